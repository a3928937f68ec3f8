import { Module } from '../../nn/module';
import { isTensor } from '../../tensor/tensor';
import { type Field, bool, count, either, float, int, nullable, record, str, value } from '../../arguments/fields';
import type { Tensor } from '../../ops/tensor-methods';
import { tensor } from '../../tensor/arguments';
import { type ArrayLike, arrayLike } from './array-like';

/** What the methods of a SummaryWriter take, in Python's order. */

const step = (): Field<number | null> => nullable(int());
const time = (): Field<number | null> => nullable(float());
const numbers = (): Field<readonly number[]> =>
  value('an array of numbers', (v) => Array.isArray(v) && v.every((item) => typeof item === 'number'));
const tags = (): Field<readonly string[]> =>
  value('an array of tags', (v) => Array.isArray(v) && v.every((item) => typeof item === 'string'));
const list = (): Field<readonly unknown[]> => value('an array', (v) => Array.isArray(v));
const bytes = (): Field<Uint8Array> => value<Uint8Array>('the bytes of a picture', (v) => v instanceof Uint8Array);

const END = { globalStep: step(), walltime: time() };

export const WRITER = {
  logDir: nullable(str()),
  comment: str(''),
  purgeStep: nullable(int()),
  maxQueue: int(10),
  flushSecs: int(120),
  filenameSuffix: str(''),
};
export const SCALAR = {
  tag: str(),
  scalarValue: arrayLike(),
  ...END,
  newStyle: bool(false),
  doublePrecision: bool(false),
};
export const SCALARS = { mainTag: str(), tagScalarDict: record<Readonly<Record<string, ArrayLike>>>(), ...END };
export const TENSOR = { tag: str(), tensor: tensor(), ...END };
export const HISTOGRAM = {
  ...{ tag: str(), values: arrayLike(), globalStep: step() },
  bins: either(either(str('tensorflow'), count(1)), numbers(), 'tensorflow'),
  ...{ walltime: time(), maxBins: nullable(count(1)) },
};
export const HISTOGRAM_RAW = {
  ...{ tag: str(), min: float(), max: float(), num: float(), sum: float(), sumSquares: float() },
  ...{ bucketLimits: numbers(), bucketCounts: numbers(), ...END },
};
export const IMAGE = { tag: str(), imgTensor: arrayLike(), ...END, dataformats: str('CHW') };
export const IMAGES = { ...IMAGE, dataformats: str('NCHW') };
export const BOXES = { tag: str(), imgTensor: arrayLike(), boxTensor: arrayLike(), ...END, dataformats: str('CHW') };
export const FIGURE = { tag: str(), figure: bytes(), ...END };
export const VIDEO = { tag: str(), vidTensor: arrayLike(), globalStep: step(), fps: float(4), walltime: time() };
export const AUDIO = {
  tag: str(),
  sndTensor: arrayLike(),
  globalStep: step(),
  sampleRate: int(44100),
  walltime: time(),
};
export const TEXT = { tag: str(), textString: str(), ...END };
export const EMBEDDING = {
  ...{ mat: arrayLike(), metadata: nullable(list()), labelImg: nullable(arrayLike()), globalStep: step() },
  ...{ tag: str('default'), metadataHeader: nullable(tags()) },
};
const CURVE_END = {
  globalStep: step(),
  numThresholds: count(2, 127),
  weights: nullable(arrayLike()),
  walltime: time(),
};
export const CURVE = { tag: str(), labels: arrayLike(), predictions: arrayLike(), ...CURVE_END };
export const CURVE_RAW = {
  ...{ tag: str(), truePositiveCounts: arrayLike(), falsePositiveCounts: arrayLike() },
  ...{ trueNegativeCounts: arrayLike(), falseNegativeCounts: arrayLike(), precision: arrayLike(), recall: arrayLike() },
  ...CURVE_END,
};
export const CHART = { tags: tags(), category: str('default'), title: str('untitled') };
export const LAYOUT = { layout: record() };
export const MESH = {
  ...{ tag: str(), vertices: arrayLike(), colors: nullable(arrayLike()), faces: nullable(arrayLike()) },
  ...{ configDict: nullable(record()), ...END },
};
type Model = Module | ((...inputs: never[]) => unknown);
const isModel = (v: unknown): boolean => v instanceof Module || typeof v === 'function';
const isInput = (v: unknown): boolean => isTensor(v) || Array.isArray(v);
export const GRAPH = {
  model: value<Model>('a module or a function', isModel),
  inputToModel: value<Tensor | readonly unknown[]>('a Tensor or an array', isInput, []),
  verbose: bool(false),
  useStrictTrace: bool(true),
};
export const ONNX_GRAPH = { prototxt: str() };
export const HPARAMS = {
  ...{ hparamDict: record(), metricDict: record<Readonly<Record<string, ArrayLike>>>() },
  ...{ hparamDomainDiscrete: nullable(record<Readonly<Record<string, readonly unknown[]>>>()) },
  ...{ runName: nullable(str()), globalStep: step() },
};
