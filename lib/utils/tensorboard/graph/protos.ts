/** The messages of TensorFlow's graphs, in which TensorBoard reads them. */
import { type Messages, codec, field, listField, mapField } from '../../../serialization/protobuf';

const MESSAGES: Messages = {
  nested: {
    GraphDef: { fields: { node: listField(1, 'NodeDef'), versions: field(4, 'VersionDef') } },
    VersionDef: { fields: { producer: field(1, 'int32') } },
    NodeDef: {
      fields: {
        name: field(1, 'string'),
        op: field(2, 'string'),
        input: listField(3, 'string'),
        attr: mapField(5, 'AttrValue'),
      },
    },
    AttrValue: {
      oneofs: { value: { oneof: ['list', 's', 'type', 'shape'] } },
      fields: {
        list: field(1, 'ListValue'),
        s: field(2, 'bytes'),
        type: field(6, 'int32'),
        shape: field(7, 'TensorShapeProto'),
      },
    },
    ListValue: { fields: { shape: listField(7, 'TensorShapeProto') } },
    TensorShapeProto: { fields: { dim: listField(2, 'Dim') } },
    Dim: { fields: { size: field(1, 'int64') } },
    RunMetadata: { fields: { stepStats: field(1, 'StepStats') } },
    StepStats: { fields: { devStats: listField(1, 'DeviceStepStats') } },
    DeviceStepStats: { fields: { device: field(1, 'string') } },
  },
};

const { encode } = codec(MESSAGES);

/** A node as TensorBoard draws it. */
export interface DrawnNode {
  /** Its name; slashes make it part of a group. */
  readonly name: string;
  /** What it does: `aten::relu`. */
  readonly op: string;
  /** The names of the nodes that it takes. */
  readonly input: readonly string[];
  /** What else TensorBoard shows of it, as its messages have it. */
  readonly attr: Readonly<Record<string, object>>;
}

/** The shape of a tensor. */
export const shapeProto = (sizes: readonly number[]): object => ({ dim: sizes.map((size) => ({ size })) });

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8');

/** A text as the value of an attribute. */
export const textValue = (text: string): object => ({ s: bytesOf(text) });

/** The bytes of a graph. The number of its version is what TensorBoard expects of one that it did not make itself. */
export function encodeGraph(nodes: readonly DrawnNode[]): Uint8Array {
  return encode('GraphDef', { node: nodes, versions: { producer: 22 } });
}

/** What TensorBoard is told of the run of a graph: that it was on a CPU, wherever it was. */
export function encodeRun(): Uint8Array {
  return encode('RunMetadata', { stepStats: { devStats: [{ device: '/device:CPU:0' }] } });
}
