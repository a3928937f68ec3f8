/** A file of ONNX as a graph for TensorBoard. */
import { readFileSync } from 'node:fs';
import { regularFile } from '../../../arguments/files';
import { dataError } from '../../../errors';
import { type OnnxAttribute, type OnnxModel, decodeModel } from '../../../onnx/proto';
import { floatText } from '../../../ops/print/numbers';
import { type DrawnNode, shapeProto, textValue } from './protos';

const text = (bytes: Uint8Array): string => `b'${Buffer.from(bytes).toString('latin1')}'`;
const list = (items: readonly unknown[], show: (item: never) => string): string =>
  `[${items.map((item) => show(item as never)).join(', ')}]`;

/** `name = value = kind`, as Python shows an attribute. */
function attributeText(attribute: OnnxAttribute): string {
  const { name, f, i, s, t, floats, ints, strings, type } = attribute;
  const parts: string[] = [name];
  if (f !== undefined) parts.push(floatText(f));
  if (i !== undefined) parts.push(String(i));
  if (s !== undefined) parts.push(text(s));
  if (t !== undefined) parts.push(`tensor of ${list(t.dims ?? [], String)}`);
  if (floats?.length) parts.push(list(floats, (item: number) => floatText(item)));
  if (ints?.length) parts.push(list(ints, String));
  if (strings?.length) parts.push(list(strings, (item: Uint8Array) => text(item)));
  if (type !== undefined) parts.push(String(type));
  return parts.join(' = ');
}

/**
 * The graph of a file.
 *
 * @throws TorchError (`ERR_TORCH_FILE`) if there is no such file; TorchError if it is none of ONNX.
 */
export function drawOnnx(path: string): DrawnNode[] {
  regularFile('addOnnxGraph', path);
  let model: OnnxModel;
  try {
    model = decodeModel(readFileSync(path));
  } catch (cause) {
    throw dataError(`addOnnxGraph: '${path}' is no file of ONNX`, { cause });
  }
  const { graph } = model;
  if (!graph) throw dataError(`addOnnxGraph: '${path}' has no graph`);
  const ends = [...(graph.input ?? []), ...(graph.output ?? [])].map((value): DrawnNode => {
    const tensor = value.type?.tensorType;
    const dims = (tensor?.shape?.dim ?? []).map((dim) => Number(dim.dimValue ?? 0));
    const attr = { dtype: { type: tensor?.elemType ?? 0 }, shape: { shape: shapeProto(dims) } };
    return { name: value.name, op: 'Variable', input: [], attr };
  });
  const nodes = (graph.node ?? []).map(
    (node): DrawnNode => ({
      name: node.output?.[0] ?? '',
      op: node.opType ?? '',
      input: node.input ?? [],
      attr: { parameters: textValue((node.attribute ?? []).map(attributeText).join(', ')) },
    }),
  );
  return [...ends, ...nodes];
}
