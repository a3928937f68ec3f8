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

/** The messages of one format, by their names: to bytes and back. */
export interface Codec {
  readonly encode: (type: string, message: object) => Uint8Array;
  /** Throws what is no message of this type. */
  readonly decode: (type: string, bytes: Uint8Array) => object;
  /** As a plain object, in which a field that is not there is left out, and with numbers for 64-bit integers. */
  readonly decodePlain: (type: string, bytes: Uint8Array) => object;
}

/**
 * Writes and reads the messages of one format. protobufjs is loaded with the first of them: its forty modules would cost
 * every program 15 ms at its start.
 */
export function codec(messages: Messages): Codec {
  let root: Protobuf.Root | undefined;
  const typeOf = (type: string): Protobuf.Type => {
    const { Root } = createRequire(__filename)('protobufjs/light') as typeof Protobuf;
    return (root ??= Root.fromJSON(messages)).lookupType(type);
  };
  return {
    encode: (type, message) => {
      const Type = typeOf(type);
      return Type.encode(Type.fromObject(message)).finish();
    },
    decode: (type, bytes) => typeOf(type).decode(bytes),
    decodePlain: (type, bytes) => {
      const Type = typeOf(type);
      return Type.toObject(Type.decode(bytes), { longs: Number });
    },
  };
}
