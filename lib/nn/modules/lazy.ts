import type { Tensor } from '../../tensor-methods';
import { isTensor } from '../../tensor-methods';
import { trim } from '../args';
import { guardForward } from '../explain';
import { Layer } from '../layer';
import { type Field, type Rest, bool, float, int, nullable } from '../options';
import type { Loading } from '../state-dict';
import {
  BATCH_NORM,
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  INSTANCE_NORM,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
} from './batch-norm';
import {
  CONV,
  CONV_TRANSPOSE,
  Conv1d,
  Conv2d,
  Conv3d,
  ConvTranspose1d,
  ConvTranspose2d,
  ConvTranspose3d,
} from './convolution';
import { LINEAR, Linear } from './linear';

/**
 * Layers that learn their input's size from the first input, or from the state dict that is loaded first. From then on
 * they are the layer that they are named after. Until then they have no parameters: make the optimizer afterwards.
 */

type Table = Readonly<Record<string, Field<unknown>>>;

/** What a lazy layer becomes. */
interface Target {
  readonly prototype: object;
}

/** The part of the target's class that makes options and parameters. */
interface Buildable {
  build(table: Table, args: readonly unknown[]): void;
}

/** What prints the target. */
interface Unsized {
  spreadAll?(): void;
  extraRepr(): string;
}

abstract class LazyLayer extends Layer {
  /** The arguments without the size that is not known yet. */
  declare private readonly given: readonly unknown[];
  declare private readonly hasBias: boolean;

  protected abstract target(): Target;
  protected abstract fullTable(): Table;
  /** The size that the input has. */
  protected abstract sizeOf(input: Tensor): number;
  /** The size by the shape of a saved weight, or undefined. */
  protected abstract sizeOfSaved(entries: ReadonlyMap<string, unknown>, prefix: string): number | undefined;

  protected remember(table: Table, args: readonly unknown[]): void {
    const given = trim(args);
    // Checks the arguments, and makes them properties.
    const { bias } = this.read(table, given, ['bias']) as { readonly bias: boolean };
    Object.defineProperty(this, 'given', { value: given, configurable: true });
    Object.defineProperty(this, 'hasBias', { value: bias, configurable: true });
  }

  /** Becomes the target, with parameters for inputs of that size. */
  private materialize(size: number): void {
    const { given } = this;
    const table = this.fullTable();
    for (const name of ['given', 'hasBias']) Reflect.deleteProperty(this, name);
    for (const name of Object.keys(table)) Reflect.deleteProperty(this, name);
    Object.setPrototypeOf(this, this.target().prototype);
    guardForward(this);
    (this as unknown as Buildable).build(table, [size, ...given]);
  }

  /** As the target prints itself, with a size of 0. */
  override extraRepr(): string {
    const table = this.fullTable();
    const size = Object.keys(table).find((name) => !Object.hasOwn(this, name)) ?? '';
    const { affine = true } = this as { affine?: boolean };
    const target = Object.create(this.target().prototype) as Unsized;
    Object.assign(target, { ...this, [size]: 0, bias: this.hasBias && affine ? [] : null, table });
    target.spreadAll?.();
    return target.extraRepr();
  }

  override forward(input: Tensor): Tensor {
    this.materialize(this.sizeOf(input));
    const { forward } = Object.getPrototypeOf(this) as { forward(input: Tensor): Tensor };
    return forward.call(this, input);
  }

  override beforeLoad(loading: Loading, prefix: string): void {
    const size = this.sizeOfSaved(loading.entries, prefix);
    if (size !== undefined) this.materialize(size);
  }
}

function savedShape(entries: ReadonlyMap<string, unknown>, key: string): readonly number[] | undefined {
  const value = entries.get(key);
  return isTensor(value) ? value.shape : undefined;
}

const { inFeatures: _inFeatures, ...LAZY_LINEAR } = LINEAR;

/**
 * A {@link Linear} that takes `inFeatures` from its first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyLinear.html
 * @example
 * new nn.LazyLinear(30).forward(torch.randn([128, 20])).shape; // [128, 30]
 */
export class LazyLinear extends LazyLayer {
  constructor(outFeatures: number, ...rest: Rest<typeof LAZY_LINEAR>) {
    super();
    this.remember(LAZY_LINEAR, [outFeatures, ...rest]);
  }

  protected override target(): Target {
    return Linear;
  }

  protected override fullTable(): Table {
    return LINEAR;
  }

  protected override sizeOf(input: Tensor): number {
    return input.shape.at(-1) ?? 0;
  }

  protected override sizeOfSaved(entries: ReadonlyMap<string, unknown>, prefix: string): number | undefined {
    return savedShape(entries, `${prefix}weight`)?.[1];
  }
}

const { inChannels: _inChannels, ...LAZY_CONV } = CONV;
const { inChannels: _transposedChannels, ...LAZY_TRANSPOSE } = CONV_TRANSPOSE;

abstract class LazyChannels extends LazyLayer {
  protected abstract dimensions(): 1 | 2 | 3;

  protected override sizeOf(input: Tensor): number {
    return input.shape[input.ndim === this.dimensions() + 1 ? 0 : 1] ?? 0;
  }

  protected get groupCount(): number {
    return (this as unknown as { groups: number }).groups;
  }
}

type Ints = number | readonly number[];

abstract class LazyConvolution extends LazyChannels {
  constructor(outChannels: number, kernelSize: Ints, ...rest: Rest<typeof LAZY_CONV>) {
    super();
    this.remember(LAZY_CONV, [outChannels, kernelSize, ...rest]);
  }

  protected override fullTable(): Table {
    return CONV;
  }

  protected override sizeOfSaved(entries: ReadonlyMap<string, unknown>, prefix: string): number | undefined {
    const channels = savedShape(entries, `${prefix}weight`)?.[1];
    return channels === undefined ? undefined : channels * this.groupCount;
  }
}

abstract class LazyTransposed extends LazyChannels {
  constructor(outChannels: number, kernelSize: Ints, ...rest: Rest<typeof LAZY_TRANSPOSE>) {
    super();
    this.remember(LAZY_TRANSPOSE, [outChannels, kernelSize, ...rest]);
  }

  protected override fullTable(): Table {
    return CONV_TRANSPOSE;
  }

  protected override sizeOfSaved(entries: ReadonlyMap<string, unknown>, prefix: string): number | undefined {
    return savedShape(entries, `${prefix}weight`)?.[0];
  }
}

const { numFeatures: _numFeatures, ...LAZY_BATCH_NORM } = BATCH_NORM;
// Python's lazy instance norms learn and track by default, unlike the others.
const LAZY_INSTANCE_NORM = {
  ...{ eps: float(1e-5), momentum: nullable(float(), 0.1), affine: bool(true), trackRunningStats: bool(true) },
  ...{ device: INSTANCE_NORM.device, dtype: INSTANCE_NORM.dtype, bias: bool(true) },
};

abstract class LazyNorm extends LazyLayer {
  protected override sizeOf(input: Tensor): number {
    return input.shape[1] ?? 0;
  }

  protected override sizeOfSaved(entries: ReadonlyMap<string, unknown>, prefix: string): number | undefined {
    return (savedShape(entries, `${prefix}weight`) ?? savedShape(entries, `${prefix}running_mean`))?.[0];
  }
}

abstract class LazyBatchNorm extends LazyNorm {
  constructor(...rest: Rest<typeof LAZY_BATCH_NORM>) {
    super();
    this.remember(LAZY_BATCH_NORM, rest);
  }

  protected override fullTable(): Table {
    return BATCH_NORM;
  }
}

abstract class LazyInstanceNorm extends LazyNorm {
  constructor(...rest: Rest<typeof LAZY_INSTANCE_NORM>) {
    super();
    this.remember(LAZY_INSTANCE_NORM, rest);
  }

  protected override fullTable(): Table {
    return { numFeatures: int(), ...LAZY_INSTANCE_NORM };
  }
}

/**
 * A {@link Conv1d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConv1d.html
 * @example
 * new nn.LazyConv1d(6, 3).forward(torch.randn([2, 4, 9]));
 */
export class LazyConv1d extends LazyConvolution {
  protected override target(): Target {
    return Conv1d;
  }

  protected override dimensions(): 1 {
    return 1;
  }
}

/**
 * A {@link ConvTranspose1d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConvTranspose1d.html
 * @example
 * new nn.LazyConvTranspose1d(6, 3).forward(torch.randn([2, 4, 9]));
 */
export class LazyConvTranspose1d extends LazyTransposed {
  protected override target(): Target {
    return ConvTranspose1d;
  }

  protected override dimensions(): 1 {
    return 1;
  }
}

/**
 * A {@link BatchNorm1d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyBatchNorm1d.html
 * @example
 * new nn.LazyBatchNorm1d().forward(torch.randn([2, 4, 9]));
 */
export class LazyBatchNorm1d extends LazyBatchNorm {
  protected override target(): Target {
    return BatchNorm1d;
  }
}

/**
 * A {@link InstanceNorm1d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyInstanceNorm1d.html
 * @example
 * new nn.LazyInstanceNorm1d().forward(torch.randn([2, 4, 9]));
 */
export class LazyInstanceNorm1d extends LazyInstanceNorm {
  protected override target(): Target {
    return InstanceNorm1d;
  }
}

/**
 * A {@link Conv2d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConv2d.html
 * @example
 * new nn.LazyConv2d(6, 3).forward(torch.randn([2, 4, 8, 7]));
 */
export class LazyConv2d extends LazyConvolution {
  protected override target(): Target {
    return Conv2d;
  }

  protected override dimensions(): 2 {
    return 2;
  }
}

/**
 * A {@link ConvTranspose2d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConvTranspose2d.html
 * @example
 * new nn.LazyConvTranspose2d(6, 3).forward(torch.randn([2, 4, 8, 7]));
 */
export class LazyConvTranspose2d extends LazyTransposed {
  protected override target(): Target {
    return ConvTranspose2d;
  }

  protected override dimensions(): 2 {
    return 2;
  }
}

/**
 * A {@link BatchNorm2d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyBatchNorm2d.html
 * @example
 * new nn.LazyBatchNorm2d().forward(torch.randn([2, 4, 8, 7]));
 */
export class LazyBatchNorm2d extends LazyBatchNorm {
  protected override target(): Target {
    return BatchNorm2d;
  }
}

/**
 * A {@link InstanceNorm2d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyInstanceNorm2d.html
 * @example
 * new nn.LazyInstanceNorm2d().forward(torch.randn([2, 4, 8, 7]));
 */
export class LazyInstanceNorm2d extends LazyInstanceNorm {
  protected override target(): Target {
    return InstanceNorm2d;
  }
}

/**
 * A {@link Conv3d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConv3d.html
 * @example
 * new nn.LazyConv3d(6, 3).forward(torch.randn([2, 4, 5, 6, 7]));
 */
export class LazyConv3d extends LazyConvolution {
  protected override target(): Target {
    return Conv3d;
  }

  protected override dimensions(): 3 {
    return 3;
  }
}

/**
 * A {@link ConvTranspose3d} that takes its number of channels from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyConvTranspose3d.html
 * @example
 * new nn.LazyConvTranspose3d(6, 3).forward(torch.randn([2, 4, 5, 6, 7]));
 */
export class LazyConvTranspose3d extends LazyTransposed {
  protected override target(): Target {
    return ConvTranspose3d;
  }

  protected override dimensions(): 3 {
    return 3;
  }
}

/**
 * A {@link BatchNorm3d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyBatchNorm3d.html
 * @example
 * new nn.LazyBatchNorm3d().forward(torch.randn([2, 4, 5, 6, 7]));
 */
export class LazyBatchNorm3d extends LazyBatchNorm {
  protected override target(): Target {
    return BatchNorm3d;
  }
}

/**
 * A {@link InstanceNorm3d} that takes its number of features from the first input.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.LazyInstanceNorm3d.html
 * @example
 * new nn.LazyInstanceNorm3d().forward(torch.randn([2, 4, 5, 6, 7]));
 */
export class LazyInstanceNorm3d extends LazyInstanceNorm {
  protected override target(): Target {
    return InstanceNorm3d;
  }
}
