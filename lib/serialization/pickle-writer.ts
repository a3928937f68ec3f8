/** The opcodes of pickle protocol 2 that Python's `torch.save` uses, written into a growing buffer. */
import { valueError } from '../errors';
import type { NativeSavedTensor } from '../native/contract/serialization';

const FIRST_SIZE = 1 << 12;

/** A global of Python, such as `torch FloatStorage`. */
export type GlobalName = readonly [module: string, name: string];

export class PickleWriter {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE);
  #length = 0;
  #memoCount = 0;
  readonly #strings = new Map<string, number>();
  readonly #globals = new Map<string, number>();

  /**
   * Where a pickle stands alone, without a file for its storages: the bytes of a file with the one storage of a tensor,
   * which take the place of its persistent id.
   */
  inline: ((tensor: NativeSavedTensor) => Uint8Array) | undefined;

  constructor() {
    this.#raw(0x80, 2);
  }

  /** Ends the pickle and returns its bytes. */
  finish(): Buffer {
    this.#op('.');
    return this.#bytes.subarray(0, this.#length);
  }

  none(): void {
    this.#op('N');
  }

  bool(value: boolean): void {
    this.#raw(value ? 0x88 : 0x89);
  }

  int(value: number): void {
    if (value < -0x80000000 || value > 0x7fffffff) return this.bigint(BigInt(value));
    if (value >= 0 && value <= 0xff) return this.#raw(0x4b, value);
    if (value >= 0 && value <= 0xffff) return this.#raw(0x4d, value & 0xff, value >> 8);
    this.#op('J');
    this.#length = this.#room(4).writeInt32LE(value, this.#length);
  }

  float(value: number): void {
    this.#op('G');
    this.#length = this.#room(8).writeDoubleBE(value, this.#length);
  }

  /** LONG1 or LONG4: two's complement, as few bytes as hold it. */
  bigint(value: bigint): void {
    if (value >= -0x80000000n && value <= 0x7fffffffn) return this.int(Number(value));
    const bytes = twosComplement(value);
    if (bytes.length < 256) {
      this.#raw(0x8a, bytes.length);
    } else {
      this.#raw(0x8b);
      this.#length = this.#room(4).writeUInt32LE(bytes.length, this.#length);
    }
    this.#append(bytes);
  }

  /** A string; a repeated one is taken from the memo. */
  text(value: string): void {
    const known = this.#strings.get(value);
    if (known !== undefined) return this.get(known);
    this.#unicode(encodeText(value));
    this.#strings.set(value, this.put());
  }

  /** Bytes, the way protocol 2 knows: `_codecs.encode(text, 'latin1')`. */
  bytes(value: Uint8Array): void {
    this.global(['_codecs', 'encode']);
    const text = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
    this.#unicode(Buffer.from(text, 'utf8'));
    this.put();
    this.text('latin1');
    this.tuple2();
    this.reduce();
  }

  /** BINBYTES or BINBYTES8, which Python reads since its version 3.4, in pickles of protocol 2 too. */
  binaryBytes(value: Uint8Array): void {
    if (value.length <= 0xffffffff) {
      this.#op('B');
      this.#length = this.#room(4).writeUInt32LE(value.length, this.#length);
    } else {
      this.#raw(0x8e);
      this.#length = this.#room(8).writeBigUInt64LE(BigInt(value.length), this.#length);
    }
    this.#append(value);
  }

  global(name: GlobalName): void {
    const key = name.join(' ');
    const known = this.#globals.get(key);
    if (known !== undefined) return this.get(known);
    this.#append(Buffer.from(`c${name[0]}\n${name[1]}\n`, 'utf8'));
    this.#globals.set(key, this.put());
  }

  mark(): void {
    this.#op('(');
  }

  emptyList(): void {
    this.#op(']');
  }

  emptyDict(): void {
    this.#op('}');
  }

  emptyTuple(): void {
    this.#op(')');
  }

  /** Everything since the mark becomes a tuple. */
  tuple(): void {
    this.#op('t');
  }

  tuple1(): void {
    this.#raw(0x85);
  }

  tuple2(): void {
    this.#raw(0x86);
  }

  tuple3(): void {
    this.#raw(0x87);
  }

  /** Everything since the mark is appended to the list below it. */
  appends(): void {
    this.#op('e');
  }

  /** Everything since the mark is keys and values of the dict below it. */
  setItems(): void {
    this.#op('u');
  }

  reduce(): void {
    this.#op('R');
  }

  /** `class.__new__(class, *arguments)` of the two on the stack. */
  newObject(): void {
    this.#raw(0x81);
  }

  build(): void {
    this.#op('b');
  }

  persistentId(): void {
    this.#op('Q');
  }

  /** Remembers the top of the stack and returns its number. */
  put(): number {
    const index = this.#memoCount++;
    if (index < 256) {
      this.#raw(0x71, index);
    } else {
      this.#op('r');
      this.#length = this.#room(4).writeUInt32LE(index, this.#length);
    }
    return index;
  }

  get(index: number): void {
    if (index < 256) return this.#raw(0x68, index);
    this.#op('j');
    this.#length = this.#room(4).writeUInt32LE(index, this.#length);
  }

  #unicode(utf8: Buffer): void {
    if (utf8.length > 0xffffffff) throw valueError('torch.save: a string or a byte array is longer than 4 GB');
    this.#op('X');
    this.#length = this.#room(4).writeUInt32LE(utf8.length, this.#length);
    this.#append(utf8);
  }

  #op(code: string): void {
    this.#raw(code.charCodeAt(0));
  }

  #raw(...codes: readonly number[]): void {
    const bytes = this.#room(codes.length);
    for (const code of codes) bytes[this.#length++] = code;
  }

  #append(bytes: Uint8Array): void {
    this.#room(bytes.length).set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** The buffer, with room for `count` more bytes. */
  #room(count: number): Buffer {
    if (this.#length + count > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + count));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}

/** UTF-8 as Python's pickle writes it: half of a surrogate pair is kept as three bytes. */
function encodeText(value: string): Buffer {
  if (!/\p{Surrogate}/u.test(value)) return Buffer.from(value, 'utf8');
  const parts = Array.from(value, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const lone = code >= 0xd800 && code <= 0xdfff;
    return lone
      ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)])
      : Buffer.from(character);
  });
  return Buffer.concat(parts);
}

function twosComplement(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const byte = Number(BigInt.asUintN(8, rest));
    bytes.push(byte);
    rest >>= 8n;
    const signFits = byte < 0x80 ? rest === 0n : rest === -1n;
    if (signFits) return Uint8Array.from(bytes);
  }
}
