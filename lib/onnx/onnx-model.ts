import { runtimeError } from '../errors';
import type { ProgramParts } from '../export/program-parts';
import type { Argument } from '../export/schema/graph';
import type { SymInt, TensorMeta } from '../export/schema/tensor-meta';
import { libtorch, native } from '../native/binding';
import { type Tensor, handleOf, isTensor } from '../ops/tensor-methods';
import { Conversion } from './conversion';
import { dtypeName, onnxType } from './dtypes';
import type { Initializer, OnnxGraph } from './onnx-graph';

/** The versions of ONNX's operators that the rules are written for. */
export const OPSETS = { first: 18, last: 23 } as const;

/** ONNX's IR version by that of the operators. */
const IR_VERSIONS: Readonly<Record<number, number>> = { 18: 8, 19: 9, 20: 9, 21: 10, 22: 10, 23: 11 };

/** A model as ONNX's messages, without the bytes of parameters. */
export interface OnnxModel {
  readonly model: { readonly graph: { readonly initializer: object[] } };
  readonly initializers: readonly Initializer[];
}

/** What a program's values are called in ONNX. */
export interface OnnxNames {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Names of sizes, by the program's symbols. */
  readonly sizes: ReadonlyMap<string, string>;
  readonly opset: number;
}

/** The names of the inputs that are tensors, in order. */
export function inputValues({ program }: ProgramParts): string[] {
  return program.graphModule.signature.inputSpecs.flatMap((spec) =>
    spec.type === 'user_input' && spec.value.arg.type === 'as_tensor' ? [spec.value.arg.value.name] : [],
  );
}

/** How many outputs are tensors or sizes. */
export function outputValues({ program }: ProgramParts): Argument[] {
  return program.graphModule.signature.outputSpecs.flatMap((spec) =>
    spec.type === 'user_output' && /^as_(tensor|sym_int)$/.test(spec.value.arg.type) ? [spec.value.arg] : [],
  );
}

/** Converts a program. */
export function modelOf(parts: ProgramParts, names: OnnxNames): OnnxModel {
  const conversion = new Conversion(parts);
  names.inputs.forEach((name) => conversion.graph.names.take(name));
  names.outputs.forEach((name) => conversion.graph.names.take(name));
  const results = conversion.run(names.inputs).filter((one) => one !== null);
  results.forEach((result, i) => conversion.graph.add('Identity', [result], [names.outputs[i] as string]));
  const { nodes, initializers } = pruned(conversion.graph, names.outputs);
  const metaOf = (name: string): TensorMeta => conversion.meta(name);
  const model = {
    irVersion: IR_VERSIONS[names.opset],
    producerName: 'pytorch',
    producerVersion: libtorch.version,
    opsetImport: [{ domain: '', version: names.opset }],
    graph: {
      name: 'main_graph',
      node: nodes,
      initializer: [] as object[],
      input: inputValues(parts).map((value, i) => valueInfo(names.inputs[i] as string, metaOf(value), names.sizes)),
      output: outputValues(parts).map((arg, i) => outputInfo(names.outputs[i] as string, arg, metaOf, names.sizes)),
    },
  };
  return { model, initializers };
}

interface OnnxNode {
  readonly input: readonly string[];
  readonly output: readonly string[];
  /** Some have a graph within. */
  readonly attribute: readonly { readonly g?: { readonly node: readonly OnnxNode[] } }[];
}

/** What a node reads, also within its graphs. */
function read({ input, attribute }: OnnxNode): string[] {
  return [...input, ...attribute.flatMap(({ g }) => g?.node.flatMap(read) ?? [])];
}

/** Leaves out what no output needs. */
function pruned(graph: OnnxGraph, outputs: readonly string[]): { nodes: OnnxNode[]; initializers: Initializer[] } {
  const needed = new Set(outputs);
  const nodes: OnnxNode[] = [];
  for (const node of [...(graph.nodes as OnnxNode[])].reverse()) {
    if (!node.output.some((name) => needed.has(name))) continue;
    read(node).forEach((name) => needed.add(name));
    nodes.unshift(node);
  }
  return { nodes, initializers: graph.initializers.filter(({ name }) => needed.has(name)) };
}

function outputInfo(
  name: string,
  arg: Argument,
  metaOf: (name: string) => TensorMeta,
  sizes: ReadonlyMap<string, string>,
): object {
  if (arg.type === 'as_tensor') return valueInfo(name, metaOf(arg.value.name), sizes);
  return { name, type: { tensorType: { elemType: onnxType('int64'), shape: { dim: [] } } } };
}

function valueInfo(name: string, meta: TensorMeta, names: ReadonlyMap<string, string>): object {
  const dim = meta.sizes.map((size) => dimension(size, names));
  return { name, type: { tensorType: { elemType: onnxType(dtypeName(meta.dtype)), shape: { dim } } } };
}

/** A fixed size, the name of a symbol, or nothing for what is computed from symbols. */
function dimension(size: SymInt, names: ReadonlyMap<string, string>): object {
  if (size.type === 'as_int') return { dimValue: Number(size.value) };
  const [, found] = /^Symbol\('(\w+)'/.exec(size.value.exprStr) ?? [];
  return found === undefined ? {} : { dimParam: names.get(found) ?? found };
}

/** The elements of an initializer as the bytes of a file. */
export function bytesOf({ data, name }: Initializer): Uint8Array {
  if (!isTensor(data)) return data;
  const tensor: Tensor = data;
  if (tensor.device.type === 'meta')
    throw runtimeError(`torch.onnx.export: '${name}' is a meta tensor, without elements`);
  return new Uint8Array(native.toBytes(handleOf(tensor)));
}
