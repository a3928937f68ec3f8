/** The messages of TensorBoard's event files that are written here, as their .proto files number them. */
import { createRequire } from 'node:module';
import type * as Protobuf from 'protobufjs/light';

const field = (id: number, type: string, rule?: 'repeated') => ({ id, type, ...(rule ? { rule } : {}) });

/** A map with text as keys. */
const mapField = (id: number, type: string): Protobuf.IField => Object.assign(field(id, type), { keyType: 'string' });

const MESSAGES: Protobuf.INamespace = {
  nested: {
    HistogramProto: {
      fields: {
        min: field(1, 'double'),
        max: field(2, 'double'),
        num: field(3, 'double'),
        sum: field(4, 'double'),
        sumSquares: field(5, 'double'),
        bucketLimit: field(6, 'double', 'repeated'),
        bucket: field(7, 'double', 'repeated'),
      },
    },
    PluginData: { fields: { pluginName: field(1, 'string'), content: field(2, 'bytes') } },
    SummaryMetadata: { fields: { pluginData: field(1, 'PluginData'), dataClass: field(4, 'int32') } },
    Dim: { fields: { size: field(1, 'int64') } },
    TensorShapeProto: { fields: { dim: field(2, 'Dim', 'repeated') } },
    TensorProto: {
      fields: {
        dtype: field(1, 'int32'),
        tensorShape: field(2, 'TensorShapeProto'),
        stringVal: field(8, 'bytes', 'repeated'),
      },
    },
    Value: {
      oneofs: { value: { oneof: ['simpleValue', 'histo', 'tensor'] } },
      fields: {
        tag: field(1, 'string'),
        simpleValue: field(2, 'float'),
        histo: field(5, 'HistogramProto'),
        tensor: field(8, 'TensorProto'),
        metadata: field(9, 'SummaryMetadata'),
      },
    },
    Summary: { fields: { value: field(1, 'Value', 'repeated') } },
    Event: {
      oneofs: { what: { oneof: ['fileVersion', 'summary'] } },
      fields: {
        wallTime: field(1, 'double'),
        step: field(2, 'int64'),
        fileVersion: field(3, 'string'),
        summary: field(5, 'Summary'),
      },
    },
    ParamValue: {
      oneofs: { kind: { oneof: ['numberValue', 'stringValue', 'boolValue'] } },
      fields: { numberValue: field(2, 'double'), stringValue: field(3, 'string'), boolValue: field(4, 'bool') },
    },
    SessionStartInfo: {
      fields: {
        hparams: mapField(1, 'ParamValue'),
        startTimeSecs: field(5, 'double'),
      },
    },
    HParamsPluginData: { fields: { version: field(1, 'int32'), sessionStartInfo: field(3, 'SessionStartInfo') } },
  },
};

let root: Protobuf.Root | undefined;

/** Loaded when the first event is written: its forty modules would cost every program 15 ms at its start. */
function messages(): Protobuf.Root {
  const { Root } = createRequire(__filename)('protobufjs/light') as typeof Protobuf;
  return (root ??= Root.fromJSON(MESSAGES));
}

/** One value of a summary. */
export interface SummaryValue {
  readonly tag: string;
  readonly simpleValue?: number;
  readonly histo?: Readonly<Record<string, number | readonly number[]>>;
  readonly tensor?: object;
  readonly metadata?: object;
}

export function encode(type: 'Event' | 'HParamsPluginData', message: object): Uint8Array {
  const Type = messages().lookupType(type);
  return Type.encode(Type.fromObject(message)).finish();
}
