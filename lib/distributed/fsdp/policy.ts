import { bool, keyword, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { DType } from '../../tensor/dtype';

export interface MixedPrecisionOptions {
  /** Parameters are gathered, and layers compute, in this type. @defaultValue null, the parameters' own */
  readonly paramDtype?: DType | null;
  /** Gradients are reduced in this type. @defaultValue null, that in which they were computed */
  readonly reduceDtype?: DType | null;
  /** The outputs become this type. @defaultValue null, as they are */
  readonly outputDtype?: DType | null;
  /** Floating-point inputs become `paramDtype`. @defaultValue true */
  readonly castForwardInputs?: boolean;
}

const dtype = nullable(value<DType>('a dtype', (given) => given instanceof DType));
const TABLE = { paramDtype: dtype, reduceDtype: dtype, outputDtype: dtype, castForwardInputs: bool(true) };

/**
 * In which types a sharded module computes. The shards, and so the optimizer, keep the parameters' own type.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.fsdp.fully_shard.html#torch.distributed.fsdp.MixedPrecisionPolicy
 * @example
 * const mpPolicy = new distributed.fsdp.MixedPrecisionPolicy({ paramDtype: torch.bfloat16, reduceDtype: torch.float32 });
 */
export class MixedPrecisionPolicy {
  readonly paramDtype: DType | null;
  readonly reduceDtype: DType | null;
  readonly outputDtype: DType | null;
  readonly castForwardInputs: boolean;

  constructor(options?: MixedPrecisionOptions);
  constructor(...args: readonly unknown[]) {
    const values = readArguments('MixedPrecisionPolicy', TABLE, args);
    this.paramDtype = values.paramDtype;
    this.reduceDtype = values.reduceDtype;
    this.outputDtype = values.outputDtype;
    this.castForwardInputs = values.castForwardInputs;
  }
}

/** A policy as an argument. @internal */
export const POLICY = keyword(
  value<MixedPrecisionPolicy>(
    'a MixedPrecisionPolicy',
    (given) => given instanceof MixedPrecisionPolicy,
    new MixedPrecisionPolicy(),
  ),
);
