/** The messages of TensorBoard's event files that are written here, as their .proto files number them. */
import { type Messages, encoder, field, listField, mapField } from '../../serialization/protobuf';

const MESSAGES: Messages = {
  nested: {
    HistogramProto: {
      fields: {
        min: field(1, 'double'),
        max: field(2, 'double'),
        num: field(3, 'double'),
        sum: field(4, 'double'),
        sumSquares: field(5, 'double'),
        bucketLimit: listField(6, 'double'),
        bucket: listField(7, 'double'),
      },
    },
    PluginData: { fields: { pluginName: field(1, 'string'), content: field(2, 'bytes') } },
    SummaryMetadata: { fields: { pluginData: field(1, 'PluginData'), dataClass: field(4, 'int32') } },
    Dim: { fields: { size: field(1, 'int64') } },
    TensorShapeProto: { fields: { dim: listField(2, 'Dim') } },
    TensorProto: {
      fields: {
        dtype: field(1, 'int32'),
        tensorShape: field(2, 'TensorShapeProto'),
        stringVal: listField(8, 'bytes'),
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
    Summary: { fields: { value: listField(1, 'Value') } },
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

/** One value of a summary. */
export interface SummaryValue {
  readonly tag: string;
  readonly simpleValue?: number;
  readonly histo?: Readonly<Record<string, number | readonly number[]>>;
  readonly tensor?: object;
  readonly metadata?: object;
}

/** The bytes of a message. */
export const encode: (type: 'Event' | 'HParamsPluginData', message: object) => Uint8Array = encoder(MESSAGES);
