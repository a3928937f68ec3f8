/** The messages of ONNX's files that are written here, as `onnx.proto` numbers them. */
import { type Messages, codec, field, listField as list } from '../serialization/protobuf';

const MESSAGES: Messages = {
  nested: {
    AttributeProto: {
      fields: {
        name: field(1, 'string'),
        f: field(2, 'float'),
        i: field(3, 'int64'),
        s: field(4, 'bytes'),
        t: field(5, 'TensorProto'),
        g: field(6, 'GraphProto'),
        floats: list(7, 'float'),
        ints: list(8, 'int64'),
        strings: list(9, 'bytes'),
        type: field(20, 'int32'),
      },
    },
    ValueInfoProto: { fields: { name: field(1, 'string'), type: field(2, 'TypeProto') } },
    NodeProto: {
      fields: {
        input: list(1, 'string'),
        output: list(2, 'string'),
        name: field(3, 'string'),
        opType: field(4, 'string'),
        attribute: list(5, 'AttributeProto'),
        docString: field(6, 'string'),
      },
    },
    ModelProto: {
      fields: {
        irVersion: field(1, 'int64'),
        producerName: field(2, 'string'),
        producerVersion: field(3, 'string'),
        graph: field(7, 'GraphProto'),
        opsetImport: list(8, 'OperatorSetIdProto'),
      },
    },
    StringStringEntryProto: { fields: { key: field(1, 'string'), value: field(2, 'string') } },
    TensorProto: {
      fields: {
        dims: list(1, 'int64'),
        dataType: field(2, 'int32'),
        name: field(8, 'string'),
        rawData: field(9, 'bytes'),
        externalData: list(13, 'StringStringEntryProto'),
        dataLocation: field(14, 'int32'),
      },
    },
    GraphProto: {
      fields: {
        node: list(1, 'NodeProto'),
        name: field(2, 'string'),
        initializer: list(5, 'TensorProto'),
        input: list(11, 'ValueInfoProto'),
        output: list(12, 'ValueInfoProto'),
        valueInfo: list(13, 'ValueInfoProto'),
      },
    },
    Dimension: {
      oneofs: { value: { oneof: ['dimValue', 'dimParam'] } },
      fields: { dimValue: field(1, 'int64'), dimParam: field(2, 'string') },
    },
    TensorShapeProto: { fields: { dim: list(1, 'Dimension') } },
    TensorType: { fields: { elemType: field(1, 'int32'), shape: field(2, 'TensorShapeProto') } },
    TypeProto: { fields: { tensorType: field(1, 'TensorType') } },
    OperatorSetIdProto: { fields: { domain: field(1, 'string'), version: field(2, 'int64') } },
  },
};

const { encode, decodePlain } = codec(MESSAGES);

/** The bytes of a model. */
export function encodeModel(model: object): Uint8Array {
  return encode('ModelProto', model);
}

/** The kinds of attributes: ONNX's AttributeProto.AttributeType. */
export const ATTRIBUTE = { float: 1, int: 2, string: 3, tensor: 4, graph: 5, floats: 6, ints: 7, strings: 8 } as const;

/** A tensor in a file of ONNX. */
export interface OnnxTensor {
  readonly dims?: readonly (number | bigint)[];
}

/** An attribute in a file of ONNX. */
export interface OnnxAttribute {
  readonly name: string;
  readonly f?: number;
  readonly i?: number | bigint;
  readonly s?: Uint8Array;
  readonly t?: OnnxTensor;
  readonly floats?: readonly number[];
  readonly ints?: readonly (number | bigint)[];
  readonly strings?: readonly Uint8Array[];
  readonly type?: number;
}

/** An input or output in a file of ONNX. */
export interface OnnxValue {
  readonly name: string;
  readonly type?: {
    readonly tensorType?: {
      readonly elemType?: number;
      readonly shape?: { readonly dim?: readonly { readonly dimValue?: number | bigint }[] };
    };
  };
}

/** The parts of a file of ONNX that are read here. */
export interface OnnxModel {
  readonly graph?: {
    readonly input?: readonly OnnxValue[];
    readonly output?: readonly OnnxValue[];
    readonly node?: readonly {
      readonly input?: readonly string[];
      readonly output?: readonly string[];
      readonly opType?: string;
      readonly attribute?: readonly OnnxAttribute[];
    }[];
  };
}

/** Reads a model. What is not known is left out; a wrong file throws. */
export function decodeModel(bytes: Uint8Array): OnnxModel {
  return decodePlain('ModelProto', bytes);
}
