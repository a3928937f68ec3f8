import type { EmbeddingBagOptions, PretrainedBagOptions } from '../options';
import type { Mixed } from '../../arguments/signature';
import type { DeviceLike } from '../../tensor/device';
import type { DType } from '../../tensor/dtype';
import { takes } from '../forward-arguments';
import type { Tensor } from '../../ops/tensor-methods';
import { withoutGrad } from '../../native/grad-mode';
import * as F from '../functional';
import { aten } from '../functional/define';
import { normal_ } from '../init';
import { Layer, emptyParameter } from '../layer';
import { Parameter } from '../parameter';
import { matrixShape, normalizePadding } from './embedding-table';
import { readArguments, trim } from '../../arguments/read';
import { valueError } from '../../errors';
import { FACTORY, tensor } from '../../tensor/arguments';
import { bool, choice, float, int, nullable } from '../../arguments/fields';
import { limitArguments } from '../../arguments/surplus';

const BAG = {
  ...{ numEmbeddings: int(), embeddingDim: int(), maxNorm: nullable(float()), normType: float(2) },
  ...{ scaleGradByFreq: bool(false), mode: choice(['sum', 'mean', 'max'], 'mean'), sparse: bool(false) },
  ...{ _weight: nullable(tensor()), includeLastOffset: bool(false), paddingIdx: nullable(int()), ...FACTORY },
};
const PRETRAINED = {
  ...{ embeddings: tensor(), freeze: bool(true), maxNorm: nullable(float()), normType: float(2) },
  ...{ scaleGradByFreq: BAG.scaleGradByFreq, mode: BAG.mode, sparse: bool(false), includeLastOffset: bool(false) },
  paddingIdx: nullable(int()),
};
export type { EmbeddingBagOptions };

/**
 * The sum, mean or maximum of an embedding's rows for each bag of indices: the rows of `[B, N]`, or a flat list with
 * the bags' `offsets`.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.EmbeddingBag.html
 * @example
 * const bag = new nn.EmbeddingBag(10, 3, { mode: 'sum' });
 * bag.forward(torch.tensor([1, 2, 4, 5]), torch.tensor([0, 2])).shape; // [2, 3]
 */
export class EmbeddingBag extends Layer {
  declare readonly numEmbeddings: number;
  declare readonly embeddingDim: number;
  declare readonly maxNorm: number | null;
  declare readonly normType: number;
  declare readonly scaleGradByFreq: boolean;
  declare readonly mode: 'sum' | 'mean' | 'max';
  declare readonly sparse: boolean;
  declare readonly includeLastOffset: boolean;
  declare readonly paddingIdx: number | null;
  declare weight: Parameter;

  constructor(
    numEmbeddings: number,
    embeddingDim: number,
    ...rest: Mixed<
      [
        maxNorm?: number | null,
        normType?: number,
        scaleGradByFreq?: boolean,
        mode?: 'sum' | 'mean' | 'max',
        sparse?: boolean,
        _weight?: Tensor | null,
        includeLastOffset?: boolean,
        paddingIdx?: number | null,
        device?: DeviceLike | null,
        dtype?: DType | null,
      ],
      EmbeddingBagOptions
    >
  ) {
    super();
    const values = this.read(BAG, trim([numEmbeddings, embeddingDim, ...rest]), ['_weight']);
    Object.assign(this, { paddingIdx: normalizePadding(values.paddingIdx, values.numEmbeddings) });
    const { _weight: given } = values;
    if (given && (given.shape[0] !== values.numEmbeddings || given.shape[1] !== values.embeddingDim)) {
      throw valueError('Shape of weight does not match numEmbeddings and embeddingDim');
    }
    const size = [values.numEmbeddings, values.embeddingDim];
    this.registerParameter('weight', given ? new Parameter(given) : emptyParameter(size, values));
    if (!given) this.resetParameters();
  }

  /** A bag with given rows, which by default are not learned. */
  static fromPretrained(
    embeddings: Tensor,
    ...rest: Mixed<
      [
        freeze?: boolean,
        maxNorm?: number | null,
        normType?: number,
        scaleGradByFreq?: boolean,
        mode?: 'sum' | 'mean' | 'max',
        sparse?: boolean,
        includeLastOffset?: boolean,
        paddingIdx?: number | null,
      ],
      PretrainedBagOptions
    >
  ): EmbeddingBag {
    const values = readArguments('EmbeddingBag.fromPretrained', PRETRAINED, [embeddings, ...rest]);
    const { embeddings: weight, freeze, ...options } = values;
    const [rows, columns] = matrixShape(weight);
    const bag = new EmbeddingBag(rows, columns, { ...options, _weight: weight });
    bag.weight.requiresGrad = !freeze;
    return bag;
  }

  resetParameters(): void {
    normal_(this.weight);
    const { paddingIdx } = this;
    if (paddingIdx !== null) withoutGrad(() => aten('fill_')(aten('select')(this.weight, 0, paddingIdx), 0));
  }

  static {
    takes(this, { input: tensor(), offsets: nullable(tensor()), perSampleWeights: nullable(tensor()) });
  }

  override forward(input: Tensor, offsets: Tensor | null = null, perSampleWeights: Tensor | null = null): Tensor {
    const { weight, maxNorm, normType, scaleGradByFreq, mode, sparse, includeLastOffset, paddingIdx } = this;
    return F.embeddingBag(input, weight, {
      ...{ offsets, maxNorm, normType, scaleGradByFreq, mode, sparse, perSampleWeights },
      ...{ includeLastOffset, paddingIdx },
    });
  }

  override extraRepr(): string {
    const shown = this.listChanged('maxNorm', 'normType', 'scaleGradByFreq');
    const end = `, mode='${this.mode}'${this.listChanged('paddingIdx')}`;
    return `${this.numEmbeddings}, ${this.embeddingDim}${shown}${end}`;
  }
}

limitArguments([EmbeddingBag], { resetParameters: 0 });
