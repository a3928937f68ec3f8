import type { EmbeddingOptions, PretrainedEmbeddingOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import type { Tensor } from '../../ops/tensor-methods';
import { explainIndex } from '../failures';
import { NativeLayer } from '../layer';
import { Parameter } from '../parameter';
import { matrixShape, normalizePadding } from './embedding-table';
import { pick, readArguments, trim } from '../../arguments/read';
import { valueError } from '../../errors';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, float, int, nullable } from '../../arguments/fields';

const EMBEDDING = {
  numEmbeddings: int(),
  embeddingDim: int(),
  paddingIdx: nullable(int()),
  maxNorm: nullable(float()),
  normType: float(2),
  scaleGradByFreq: bool(false),
  sparse: bool(false),
  _weight: nullable(tensor()),
  _freeze: bool(false),
  ...FACTORY,
};
export type { EmbeddingOptions };

/** Options of `Embedding.fromPretrained`. */
export type PretrainedOptions = Pick<
  EmbeddingOptions,
  'paddingIdx' | 'maxNorm' | 'normType' | 'scaleGradByFreq' | 'sparse'
> & {
  /** Do not train the weight. The default is true. */
  readonly freeze?: boolean;
};

const PRETRAINED = {
  ...{ embeddings: tensor(), freeze: bool(true), paddingIdx: nullable(int()), maxNorm: nullable(float()) },
  ...{ normType: float(2), scaleGradByFreq: bool(false), sparse: bool(false) },
};

const NATIVE = [
  'numEmbeddings',
  'embeddingDim',
  'paddingIdx',
  'maxNorm',
  'normType',
  'scaleGradByFreq',
  'sparse',
] as const;

/**
 * A table of vectors: int64 indices `[*]` → `[*, embeddingDim]`. The row at `paddingIdx` starts as zeros and is not
 * learned. With `maxNorm`, rows with a larger norm are scaled down to it when they are looked up.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.Embedding.html
 * @example
 * new nn.Embedding(10, 3, { paddingIdx: 0 }).forward(torch.tensor([[1, 2], [0, 9]])).shape; // [2, 2, 3]
 */
export class Embedding extends NativeLayer {
  declare readonly numEmbeddings: number;
  declare readonly embeddingDim: number;
  declare paddingIdx: number | null;
  declare maxNorm: number | null;
  declare normType: number;
  declare scaleGradByFreq: boolean;
  declare sparse: boolean;
  /** `[numEmbeddings, embeddingDim]`. */
  declare weight: Parameter;

  constructor(
    numEmbeddings: number,
    embeddingDim: number,
    ...rest: Mixed<
      [
        paddingIdx?: number | null,
        maxNorm?: number | null,
        normType?: number,
        scaleGradByFreq?: boolean,
        sparse?: boolean,
        _weight?: Tensor | null,
        _freeze?: boolean,
        device?: DeviceLike | null,
        dtype?: DType | null,
      ],
      EmbeddingOptions
    >
  ) {
    super();
    const values = this.read(EMBEDDING, trim([numEmbeddings, embeddingDim, ...rest]), ['_weight', '_freeze']);
    const paddingIdx = normalizePadding(values.paddingIdx, values.numEmbeddings);
    Object.assign(this, { paddingIdx });
    const { _weight: weight } = values;
    if (weight && (weight.shape[0] !== values.numEmbeddings || weight.shape[1] !== values.embeddingDim)) {
      throw valueError('Shape of weight does not match numEmbeddings and embeddingDim');
    }
    const native = { ...pick(values, NATIVE), paddingIdx, ...(weight ? { _weight: weight } : {}) };
    this.make('Embedding', native, weight ? {} : values);
    this.follow('paddingIdx', 'maxNorm', 'normType', 'scaleGradByFreq', 'sparse');
    if (weight) this.weight = new Parameter(weight, !values._freeze);
    else if (values._freeze) this.weight.requiresGrad_(false);
  }

  protected override nativeOption(name: string, value: unknown): unknown {
    return name === 'paddingIdx' ? normalizePadding(value as number | null, this.numEmbeddings) : value;
  }

  /** An embedding with given rows `[numEmbeddings, embeddingDim]`, which by default are not learned. */
  static fromPretrained(
    embeddings: Tensor,
    ...rest: Mixed<
      [
        freeze?: boolean,
        paddingIdx?: number | null,
        maxNorm?: number | null,
        normType?: number,
        scaleGradByFreq?: boolean,
        sparse?: boolean,
      ],
      PretrainedEmbeddingOptions
    >
  ): Embedding {
    const values = readArguments('Embedding.fromPretrained', PRETRAINED, [embeddings, ...rest]);
    const { embeddings: weight, freeze, ...options } = values;
    const [rows, columns] = matrixShape(weight);
    return new Embedding(rows, columns, { ...options, _weight: weight, _freeze: freeze });
  }

  static {
    takes(this, { input: tensor() });
  }

  override forward(input: Tensor): Tensor {
    try {
      return this.run1(input);
    } catch (error) {
      throw explainIndex(error, input, this.numEmbeddings);
    }
  }

  /** {@link forward} off the JavaScript thread, with the grad mode and autocast that are set when it is called. */
  async forwardAsync(input: Tensor): Promise<Tensor> {
    try {
      return await this.start1(input);
    } catch (error) {
      throw input.isDisposed ? error : explainIndex(error, input, this.numEmbeddings);
    }
  }

  override extraRepr(): string {
    const shown = this.listChanged('paddingIdx', 'maxNorm', 'normType', 'scaleGradByFreq', 'sparse');
    return `${this.text('numEmbeddings')}, ${this.text('embeddingDim')}${shown}`;
  }
}
