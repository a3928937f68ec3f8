import { writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A checkpoint file around a pickle that was written by hand; stored, not compressed. */
export function writeCheckpoint(path: string, pickle: Buffer): void {
  const entries = [
    ['archive/data.pkl', pickle],
    ['archive/version', Buffer.from('3\n')],
  ] as const;
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, body] of entries) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, place, Buffer.from(name));
    files.push(file);
    at += file.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  writeFileSync(path, Buffer.concat([...files, central, Buffer.from('PK\x05\x06'), end]));
}

/** A piece of a pickle: opcodes as text, where each character is a byte. */
export const op = (text: string): Buffer => Buffer.from(text, 'latin1');
/** BINPUT and BINGET. */
const put = (index: number): Buffer => Buffer.from([0x71, index]);
const get = (index: number): Buffer => Buffer.from([0x68, index]);

/**
 * `value`, then `levels` containers of which each holds the one before it twice: as a tree, 2^levels leaves. `wrap`
 * makes a container of the two.
 */
function doubled(value: Buffer, levels: number, wrap: (twice: Buffer) => Buffer): Buffer {
  const pieces = [value, put(0)];
  for (let i = 0; i < levels; i++) pieces.push(wrap(Buffer.concat([get(i), get(i)])), put(i + 1));
  return Buffer.concat(pieces);
}

/** `[[[1, 2], …], …]`. */
export function doubledLists(levels: number): Buffer {
  const list = doubled(op('](K\x01K\x02e'), levels, (twice) => Buffer.concat([op(']('), twice, op('e')]));
  return Buffer.concat([op('\x80\x02'), list, op('.')]);
}

/** A dict whose key is such a tuple. */
export function doubledKey(levels: number): Buffer {
  const tuple = doubled(op('K\x01K\x02\x86'), levels, (twice) => Buffer.concat([twice, op('\x86')]));
  return Buffer.concat([op('\x80\x02'), tuple, op('}'), get(levels), op('K\x05s.')]);
}

/** Dicts `{'a': d, 'b': d}`. */
export function doubledDicts(levels: number): Buffer {
  const pieces = [op('\x80\x02}(X\x01\0\0\0aK\x01u'), put(0)];
  for (let i = 0; i < levels; i++) {
    pieces.push(op('}(X\x01\0\0\0a'), get(i), op('X\x01\0\0\0b'), get(i), op('u'), put(i + 1));
  }
  return Buffer.concat([...pieces, op('.')]);
}

/** Pickled modules, each of which holds the one before it as `a` and as `b`. */
export function doubledModules(levels: number): Buffer {
  const text = (name: string): Buffer => op(`X${String.fromCharCode(name.length)}\0\0\0${name}`);
  const module = (children: Buffer): Buffer =>
    Buffer.concat([
      op('cmodel\nNet\n)\x81}('),
      ...[text('_parameters'), op('}'), text('_buffers'), op('}'), text('_modules'), op('}('), children, op('u')],
      op('ub'),
    ]);
  const pieces = [op('\x80\x02'), module(op('')), put(0)];
  for (let i = 0; i < levels; i++) {
    pieces.push(module(Buffer.concat([text('a'), get(i), text('b'), get(i)])), put(i + 1));
  }
  return Buffer.concat([...pieces, op('.')]);
}

/** A list of `times` references to one value. */
export function repeated(value: Buffer, times: number): Buffer {
  return Buffer.concat([op('\x80\x02]('), value, put(0), ...Array.from({ length: times - 1 }, () => get(0)), op('e.')]);
}
