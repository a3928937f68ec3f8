/** Messages of protocol buffers, written from the numbers that their .proto files give to their fields. */
import { createRequire } from 'node:module';
import type * as Protobuf from 'protobufjs/light';

export type Messages = Protobuf.INamespace;

/** A field by its number and type. */
export const field = (id: number, type: string): Protobuf.IField => ({ id, type });

/** A field that may stand several times. */
export const listField = (id: number, type: string): Protobuf.IField => ({ id, type, rule: 'repeated' });

/** A map with text as keys. */
export const mapField = (id: number, type: string): Protobuf.IField =>
  Object.assign(field(id, type), { keyType: 'string' });

/**
 * A function that encodes the messages of one format by their name. protobufjs is loaded when the first one is encoded:
 * its forty modules would cost every program 15 ms at its start.
 */
export function encoder(messages: Messages): (type: string, message: object) => Uint8Array {
  let root: Protobuf.Root | undefined;
  return (type, message) => {
    const { Root } = createRequire(__filename)('protobufjs/light') as typeof Protobuf;
    const Type = (root ??= Root.fromJSON(messages)).lookupType(type);
    return Type.encode(Type.fromObject(message)).finish();
  };
}

/** A function that decodes messages to plain objects, in which a field that is not there is left out. */
export function decoder(messages: Messages): (type: string, bytes: Uint8Array) => object {
  let root: Protobuf.Root | undefined;
  return (type, bytes) => {
    const { Root } = createRequire(__filename)('protobufjs/light') as typeof Protobuf;
    const Type = (root ??= Root.fromJSON(messages)).lookupType(type);
    return Type.toObject(Type.decode(bytes), { longs: Number });
  };
}
