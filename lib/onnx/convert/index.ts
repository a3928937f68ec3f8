import type { Converters } from '../call';
import { activation } from './activation';
import { attentions } from './attention';
import { bags } from './bag';
import { convolutions } from './convolution';
import { creation } from './creation';
import { elementwise } from './elementwise';
import { indexing } from './indexing';
import { linearAlgebra } from './linear';
import { losses } from './loss';
import { margins } from './margin';
import { norm } from './norm';
import { packedSequences } from './packed';
import { pooling } from './pooling';
import { cells, recurrent } from './recurrent';
import { reduction } from './reduction';
import { resizing } from './resize';
import { shape } from './shape';
import { unfolding } from './unfold';

/** From ATen's operators to ONNX: one table. */
export const CONVERTERS: Converters = {
  ...elementwise,
  ...activation,
  ...reduction,
  ...shape,
  ...indexing,
  ...linearAlgebra,
  ...convolutions,
  ...pooling,
  ...norm,
  ...recurrent,
  ...cells,
  ...packedSequences,
  ...attentions,
  ...resizing,
  ...creation,
  ...losses,
  ...margins,
  ...bags,
  ...unfolding,
};
