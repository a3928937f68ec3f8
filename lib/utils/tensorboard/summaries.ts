import { viewAsReal } from '../../ops/generated/functions';
import { isTensor } from '../../ops/tensor-methods';
import type { Tensor } from '../../ops/tensor-methods';
import { typeError, valueError } from '../../errors';
import { encode } from './events';
import { type ArrayLike, type Numbers, numbersOf, oneNumber } from './array-like';

/** The messages of single summaries. */

const DT_FLOAT = 1;
const DT_STRING = 7;
const metadata = (pluginName: string, content?: Uint8Array): object => ({
  pluginData: { pluginName, ...(content ? { content } : {}) },
});

const shapeMessage = (shape: readonly number[]): object => ({ dim: shape.map((size) => ({ size })) });

export function scalarValue(tag: string, scalar: ArrayLike, newStyle: boolean, double: boolean): object {
  const number = oneNumber(scalar);
  if (!newStyle) return { tag, simpleValue: number };
  const tensor = double ? { dtype: 2, doubleVal: [number] } : { dtype: DT_FLOAT, floatVal: [number] };
  return { tag, tensor, metadata: metadata('scalars') };
}

export function textValue(tag: string, text: string): object {
  const tensor = { dtype: DT_STRING, tensorShape: shapeMessage([1]), stringVal: [Buffer.from(text)] };
  return { tag: `${tag}/text_summary`, tensor, metadata: metadata('text') };
}

/** Each dtype's number in TensorFlow, and the field of its values. */
const TENSORS: Readonly<Record<string, readonly [code: number, field: string]>> = {
  ...{ float16: [19, 'halfVal'], bfloat16: [14, 'halfVal'], float32: [1, 'floatVal'], float64: [2, 'doubleVal'] },
  ...{ int8: [6, 'intVal'], int16: [5, 'intVal'], int32: [3, 'intVal'], int64: [9, 'int64Val'], bool: [10, 'boolVal'] },
  ...{ uint8: [4, 'uint32Val'], complex64: [8, 'scomplexVal'], complex128: [18, 'dcomplexVal'] },
};

/** The bits of a float32 as an integer, as Python stores halves. */
function bitsOf(value: number): number {
  return new Int32Array(Float32Array.of(value).buffer)[0] as number;
}

export function tensorValue(tag: string, tensor: Tensor): object {
  const found = TENSORS[tensor.dtype.name];
  if (!found) throw valueError(`${tag} has unsupported tensor dtype ${String(tensor.dtype)}`);
  const [dtype, field] = found;
  const plain = tensor.detach().cpu();
  const flat = (plain.isComplex() ? viewAsReal(plain) : plain).reshape([-1]).tolist<(number | bigint | boolean)[]>();
  const values = field === 'halfVal' ? flat.map((value) => bitsOf(Number(value))) : flat.map(plainInteger);
  return {
    tag,
    tensor: { dtype, tensorShape: shapeMessage(tensor.shape), [field]: values },
    metadata: metadata('tensor'),
  };
}

function plainInteger(value: number | bigint | boolean): number | boolean | string {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** The figures of a curve of precision and recall. */
export function curveValue(tag: string, rows: number, figures: readonly number[], numThresholds: number): object {
  const tensor = { dtype: DT_FLOAT, tensorShape: shapeMessage([6, rows]), floatVal: figures };
  return { tag, tensor, metadata: metadata('pr_curves', encode('PrCurve', { version: 0, numThresholds })) };
}

/** Charts by category and title. */
export type ScalarsLayout = Readonly<
  Record<string, Readonly<Record<string, readonly ['Multiline' | 'Margin', readonly string[]]>>>
>;

export function layoutValue(layout: ScalarsLayout): object {
  const chartOf = ([title, [kind, tags]]: [string, readonly [string, readonly string[]]]): object => {
    if (kind !== 'Margin') return { title, multiline: { tag: tags } };
    if (tags.length !== 3) throw valueError(`Expected 3 tags, got ${tags.length}.`);
    return { title, margin: { series: [{ value: tags[0], lower: tags[1], upper: tags[2] }] } };
  };
  const category = Object.entries(layout).map(([title, charts]) => ({
    title,
    chart: Object.entries(charts).map(chartOf),
  }));
  const tensor = { dtype: DT_STRING, tensorShape: {}, stringVal: [encode('Layout', { category })] };
  return { tag: 'custom_scalars__config__', tensor, metadata: metadata('custom_scalars') };
}

const MESH_PARTS = { vertices: ['VERTEX', 1], faces: ['FACE', 2], colors: ['COLOR', 3] } as const;

/** Vertices, faces and colors of a mesh: `[batch, number, 3]` each. */
export function meshValues(
  tag: string,
  parts: Partial<Record<keyof typeof MESH_PARTS, ArrayLike>>,
  config: object,
): object[] {
  const given = (['vertices', 'faces', 'colors'] as const).filter((name) => parts[name] !== undefined);
  const components = given.reduce((bits, name) => bits | (1 << MESH_PARTS[name][1]), 0);
  return given.map((name) => {
    const { shape, data } = numbersOf(parts[name] as ArrayLike);
    if (shape.length !== 3)
      throw valueError(`addMesh: ${name} should be of shape [batch, number, 3], got [${shape.join(', ')}]`);
    const [kind, contentType] = MESH_PARTS[name];
    const jsonConfig = JSON.stringify(config);
    const content = encode('Mesh', { version: 0, name: tag, contentType, jsonConfig, shape, components });
    const tensor = { dtype: DT_FLOAT, tensorShape: shapeMessage(shape), floatVal: [...data] };
    return { tag: `${tag}_${kind}`, tensor, metadata: metadata('mesh', content) };
  });
}

/** A setting of a run. */
export type HyperParameter = number | string | boolean | Tensor | null;

function anyOf(value: unknown): object {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (isTensor(value)) return { numberValue: oneNumber(value) };
  throw valueError('value should be one of int, float, str, bool, or torch.Tensor');
}

const KINDS: Readonly<Record<string, number>> = { stringValue: 1, boolValue: 2, numberValue: 3 };

/** What TensorBoard compares runs by: the settings, the names of the metrics, and that the run has ended well. */
export function hparamValues(
  settings: Readonly<Record<string, HyperParameter>>,
  metrics: readonly string[],
  domains: Readonly<Record<string, readonly unknown[]>>,
): object[] {
  const given = Object.entries(settings).filter(([, value]) => value !== null);
  for (const [name, values] of Object.entries(domains)) {
    if (Array.isArray(values) && values.every((value) => typeof value === typeof settings[name])) continue;
    throw typeError(
      `parameter: hparam_domain_discrete[${name}] should be a list of same type as hparam_dict[${name}].`,
    );
  }
  const hparams = Object.fromEntries(given.map(([name, value]) => [name, anyOf(value)]));
  const hparamInfos = Object.entries(hparams).map(([name, value]) => {
    const domain = domains[name];
    const domainDiscrete = domain ? { domainDiscrete: { values: domain.map(anyOf) } } : {};
    return { name, type: KINDS[Object.keys(value)[0] ?? ''] ?? 0, ...domainDiscrete };
  });
  const metricInfos = metrics.map((tag) => ({ name: { tag } }));
  const content = (part: object): object => metadata('hparams', encode('HParams', { version: 0, ...part }));
  return [
    { tag: '_hparams_/experiment', metadata: content({ experiment: { hparamInfos, metricInfos } }) },
    { tag: '_hparams_/session_start_info', metadata: content({ sessionStartInfo: { hparams } }) },
    { tag: '_hparams_/session_end_info', metadata: content({ sessionEndInfo: { status: 1 } }) },
  ];
}

export type { Numbers };
