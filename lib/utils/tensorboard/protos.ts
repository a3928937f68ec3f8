/** The messages of TensorBoard's event files and of its plugins, as their .proto files number them. */
import { createRequire } from 'node:module';
import type * as Protobuf from 'protobufjs/light';

type Fields = Readonly<Record<string, readonly [id: number, type: string]>>;

/** A message; `[]` behind a type means that it is repeated, `{}` that it is a map with text as keys. */
function message(fields: Fields, oneof: readonly string[] = []): Protobuf.IType {
  const entries = Object.entries(fields).map(([name, [id, type]]) => {
    if (type.endsWith('[]')) return [name, { id, type: type.slice(0, -2), rule: 'repeated' }];
    return [name, type.endsWith('{}') ? { id, type: type.slice(0, -2), keyType: 'string' } : { id, type }];
  });
  return {
    fields: Object.fromEntries(entries) as Record<string, Protobuf.IField>,
    ...(oneof.length ? { oneofs: { kind: { oneof: [...oneof] } } } : {}),
  };
}

const SUMMARIES = {
  Event: message(
    {
      wallTime: [1, 'double'],
      step: [2, 'int64'],
      fileVersion: [3, 'string'],
      graphDef: [4, 'bytes'],
      summary: [5, 'Summary'],
      sessionLog: [7, 'SessionLog'],
      taggedRunMetadata: [8, 'TaggedRunMetadata'],
    },
    ['fileVersion', 'graphDef', 'summary', 'sessionLog', 'taggedRunMetadata'],
  ),
  TaggedRunMetadata: message({ tag: [1, 'string'], runMetadata: [2, 'bytes'] }),
  SessionLog: message({ status: [1, 'int32'] }),
  Summary: message({ value: [1, 'Value[]'] }),
  Value: message(
    {
      ...{ tag: [1, 'string'], simpleValue: [2, 'float'], image: [4, 'Image'], histo: [5, 'Histogram'] },
      ...{ audio: [6, 'Audio'], tensor: [8, 'TensorProto'], metadata: [9, 'Metadata'] },
    },
    ['simpleValue', 'image', 'histo', 'audio', 'tensor'],
  ),
  Image: message({
    height: [1, 'int32'],
    width: [2, 'int32'],
    colorspace: [3, 'int32'],
    encodedImageString: [4, 'bytes'],
  }),
  Audio: message({
    ...{ sampleRate: [1, 'float'], numChannels: [2, 'int64'], lengthFrames: [3, 'int64'] },
    ...{ encodedAudioString: [4, 'bytes'], contentType: [5, 'string'] },
  }),
  Histogram: message({
    ...{ min: [1, 'double'], max: [2, 'double'], num: [3, 'double'], sum: [4, 'double'], sumSquares: [5, 'double'] },
    ...{ bucketLimit: [6, 'double[]'], bucket: [7, 'double[]'] },
  }),
  PluginData: message({ pluginName: [1, 'string'], content: [2, 'bytes'] }),
  Metadata: message({ pluginData: [1, 'PluginData'], displayName: [2, 'string'], summaryDescription: [3, 'string'] }),
  Dim: message({ size: [1, 'int64'] }),
  TensorShape: message({ dim: [2, 'Dim[]'] }),
  TensorProto: message({
    ...{ dtype: [1, 'int32'], tensorShape: [2, 'TensorShape'], floatVal: [5, 'float[]'], doubleVal: [6, 'double[]'] },
    ...{ intVal: [7, 'int32[]'], stringVal: [8, 'bytes[]'], int64Val: [10, 'int64[]'], boolVal: [11, 'bool[]'] },
    ...{
      scomplexVal: [9, 'float[]'],
      dcomplexVal: [12, 'double[]'],
      halfVal: [13, 'int32[]'],
      uint32Val: [16, 'uint32[]'],
    },
  }),
};

const PLUGINS = {
  Any: message({ numberValue: [2, 'double'], stringValue: [3, 'string'], boolValue: [4, 'bool'] }, [
    ...['numberValue', 'stringValue', 'boolValue'],
  ]),
  AnyList: message({ values: [1, 'Any[]'] }),
  HParamInfo: message({ name: [1, 'string'], type: [4, 'int32'], domainDiscrete: [5, 'AnyList'] }),
  MetricName: message({ tag: [2, 'string'] }),
  MetricInfo: message({ name: [1, 'MetricName'] }),
  Experiment: message({ hparamInfos: [4, 'HParamInfo[]'], metricInfos: [5, 'MetricInfo[]'] }),
  SessionStart: message({ hparams: [1, 'Any{}'] }),
  SessionEnd: message({ status: [1, 'int32'] }),
  HParams: message(
    {
      version: [1, 'int32'],
      experiment: [2, 'Experiment'],
      sessionStartInfo: [3, 'SessionStart'],
      sessionEndInfo: [4, 'SessionEnd'],
    },
    ['experiment', 'sessionStartInfo', 'sessionEndInfo'],
  ),
  PrCurve: message({ version: [1, 'int32'], numThresholds: [2, 'uint32'] }),
  Multiline: message({ tag: [1, 'string[]'] }),
  Series: message({ value: [1, 'string'], lower: [2, 'string'], upper: [3, 'string'] }),
  Margin: message({ series: [1, 'Series[]'] }),
  Chart: message({ title: [1, 'string'], multiline: [2, 'Multiline'], margin: [3, 'Margin'] }, ['multiline', 'margin']),
  Category: message({ title: [1, 'string'], chart: [2, 'Chart[]'] }),
  Layout: message({ version: [1, 'int32'], category: [2, 'Category[]'] }),
  Mesh: message({
    ...{ version: [1, 'int32'], name: [2, 'string'], contentType: [3, 'int32'], jsonConfig: [5, 'string'] },
    ...{ shape: [6, 'int32[]'], components: [7, 'uint32'] },
  }),
};

let root: Protobuf.Root | undefined;

/** Loaded when the first event is written. */
function messages(): Protobuf.Root {
  const { Root } = createRequire(__filename)('protobufjs/light') as typeof Protobuf;
  return (root ??= Root.fromJSON({ nested: { ...SUMMARIES, ...PLUGINS } }));
}

/** The bytes of a message. */
export function encode(type: 'Event' | 'HParams' | 'PrCurve' | 'Layout' | 'Mesh', fields: object): Uint8Array {
  const Type = messages().lookupType(type);
  return Type.encode(Type.fromObject(fields)).finish();
}
