/** The messages of TensorBoard's event files and of its plugins, as their .proto files number them. */
import { type Messages, codec, field, listField, mapField } from '../../serialization/protobuf';

type Fields = Readonly<Record<string, ReturnType<typeof field>>>;

/** A message; `kinds` are fields of which it has one. */
function message(fields: Fields, kinds: readonly string[] = []): object {
  return kinds.length > 0 ? { fields, oneofs: { kind: { oneof: kinds } } } : { fields };
}

const SUMMARIES = {
  Event: message(
    {
      wallTime: field(1, 'double'),
      step: field(2, 'int64'),
      fileVersion: field(3, 'string'),
      graphDef: field(4, 'bytes'),
      summary: field(5, 'Summary'),
      sessionLog: field(7, 'SessionLog'),
      taggedRunMetadata: field(8, 'TaggedRunMetadata'),
    },
    ['fileVersion', 'graphDef', 'summary', 'sessionLog', 'taggedRunMetadata'],
  ),
  TaggedRunMetadata: message({ tag: field(1, 'string'), runMetadata: field(2, 'bytes') }),
  SessionLog: message({ status: field(1, 'int32') }),
  Summary: message({ value: listField(1, 'Value') }),
  Value: message(
    {
      tag: field(1, 'string'),
      simpleValue: field(2, 'float'),
      image: field(4, 'Image'),
      histo: field(5, 'Histogram'),
      audio: field(6, 'Audio'),
      tensor: field(8, 'TensorProto'),
      metadata: field(9, 'Metadata'),
    },
    ['simpleValue', 'image', 'histo', 'audio', 'tensor'],
  ),
  Image: message({
    height: field(1, 'int32'),
    width: field(2, 'int32'),
    colorspace: field(3, 'int32'),
    encodedImageString: field(4, 'bytes'),
  }),
  Audio: message({
    sampleRate: field(1, 'float'),
    numChannels: field(2, 'int64'),
    lengthFrames: field(3, 'int64'),
    encodedAudioString: field(4, 'bytes'),
    contentType: field(5, 'string'),
  }),
  Histogram: message({
    min: field(1, 'double'),
    max: field(2, 'double'),
    num: field(3, 'double'),
    sum: field(4, 'double'),
    sumSquares: field(5, 'double'),
    bucketLimit: listField(6, 'double'),
    bucket: listField(7, 'double'),
  }),
  PluginData: message({ pluginName: field(1, 'string'), content: field(2, 'bytes') }),
  Metadata: message({
    pluginData: field(1, 'PluginData'),
    displayName: field(2, 'string'),
    summaryDescription: field(3, 'string'),
  }),
  Dim: message({ size: field(1, 'int64') }),
  TensorShape: message({ dim: listField(2, 'Dim') }),
  TensorProto: message({
    dtype: field(1, 'int32'),
    tensorShape: field(2, 'TensorShape'),
    tensorContent: field(4, 'bytes'),
    floatVal: listField(5, 'float'),
    doubleVal: listField(6, 'double'),
    intVal: listField(7, 'int32'),
    stringVal: listField(8, 'bytes'),
    scomplexVal: listField(9, 'float'),
    int64Val: listField(10, 'int64'),
    boolVal: listField(11, 'bool'),
    dcomplexVal: listField(12, 'double'),
    halfVal: listField(13, 'int32'),
    uint32Val: listField(16, 'uint32'),
  }),
};

const HPARAMS = {
  Any: message({ numberValue: field(2, 'double'), stringValue: field(3, 'string'), boolValue: field(4, 'bool') }, [
    ...['numberValue', 'stringValue', 'boolValue'],
  ]),
  AnyList: message({ values: listField(1, 'Any') }),
  HParamInfo: message({
    name: field(1, 'string'),
    type: field(4, 'int32'),
    domainDiscrete: field(5, 'AnyList'),
  }),
  MetricName: message({ tag: field(2, 'string') }),
  MetricInfo: message({ name: field(1, 'MetricName') }),
  Experiment: message({ hparamInfos: listField(4, 'HParamInfo'), metricInfos: listField(5, 'MetricInfo') }),
  SessionStart: message({ hparams: mapField(1, 'Any'), startTimeSecs: field(5, 'double') }),
  SessionEnd: message({ status: field(1, 'int32') }),
  HParams: message(
    {
      version: field(1, 'int32'),
      experiment: field(2, 'Experiment'),
      sessionStartInfo: field(3, 'SessionStart'),
      sessionEndInfo: field(4, 'SessionEnd'),
    },
    ['experiment', 'sessionStartInfo', 'sessionEndInfo'],
  ),
};

const PLUGINS = {
  PrCurve: message({ version: field(1, 'int32'), numThresholds: field(2, 'uint32') }),
  Multiline: message({ tag: listField(1, 'string') }),
  Series: message({ value: field(1, 'string'), lower: field(2, 'string'), upper: field(3, 'string') }),
  Margin: message({ series: listField(1, 'Series') }),
  Chart: message({ title: field(1, 'string'), multiline: field(2, 'Multiline'), margin: field(3, 'Margin') }, [
    ...['multiline', 'margin'],
  ]),
  Category: message({ title: field(1, 'string'), chart: listField(2, 'Chart') }),
  Layout: message({ version: field(1, 'int32'), category: listField(2, 'Category') }),
  Mesh: message({
    version: field(1, 'int32'),
    name: field(2, 'string'),
    contentType: field(3, 'int32'),
    jsonConfig: field(5, 'string'),
    shape: listField(6, 'int32'),
    components: field(7, 'uint32'),
  }),
};

const MESSAGES = { nested: { ...SUMMARIES, ...HPARAMS, ...PLUGINS } } as Messages;

const CODEC = codec(MESSAGES);

/** The bytes of a message. */
export const encode: (type: 'Event' | 'HParams' | 'PrCurve' | 'Layout' | 'Mesh', message: object) => Uint8Array =
  CODEC.encode;

/** A message from its bytes; throws what is no message of this type. Integers of 64 bits are numbers, or objects with `toNumber`. */
export const decode: (type: 'Event' | 'HParams', bytes: Uint8Array) => object = CODEC.decode;
