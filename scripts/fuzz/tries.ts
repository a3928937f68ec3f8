/**
 * What the children of files.ts share. A child tries damaged files until none is left or the process ends: FOLDER SEED FROM TO. Each
 * is FOLDER/tried while it is tried, and its number goes to standard output with what came of the files before it.
 */
import { writeSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import { Random } from './random';

const [folder = '.', seed = '0', from = '0', to = '0'] = process.argv.slice(2);

/** The file or folder that is tried. */
export const TRIED = path.join(folder, 'tried');
/** A folder for what a child makes once. */
export const FOLDER = folder;

/** Writes a damaged file for each number, and runs what it returns: that reads and uses the file. */
export function tryAll(write: (random: Random) => () => void): void {
  const said: Record<string, number> = {};
  for (let number = Number(from); number < Number(to); number++) {
    const random = new Random(Number(seed), number);
    torch.scope(() => {
      const use = write(random);
      writeSync(1, `${JSON.stringify({ count: number - Number(from), said })}\n`);
      const what = outcomeOf(use);
      said[what] = (said[what] ?? 0) + 1;
      if (what === 'fault') process.exit(3);
    });
  }
  writeSync(1, `${JSON.stringify({ count: Number(to) - Number(from), said })}\n`);
}

function outcomeOf(use: () => void): string {
  try {
    use();
    return 'ran';
  } catch (error) {
    if (!(error instanceof Error)) return 'threw what is no error';
    const code = (error as { code?: unknown }).code;
    if (typeof code === 'string' && code.startsWith('ERR_TORCH')) return 'refused';
    // An error of JavaScript itself, such as a read of undefined, is a fault of the reader.
    const isOurs = error.constructor.name !== 'TypeError' && error.constructor.name !== 'RangeError';
    const javascript =
      /undefined|null|is not a function|not iterable|Invalid (array|string|typed array) length|call stack/;
    if (!isOurs && javascript.test(error.message)) {
      writeSync(2, `${error.stack}\n`);
      return 'fault';
    }
    return `refused as ${error.constructor.name}`;
  }
}

/** Reads the elements of the tensors in a value, and takes gradients where there are any. */
export function look(value: unknown, depth = 0): void {
  if (value instanceof torch.Tensor) return lookAt(value);
  if (typeof value !== 'object' || value === null || depth > 50) return;
  const items = value instanceof Map ? [...value.values()] : Array.isArray(value) ? value : Object.values(value);
  for (const item of items.slice(0, 100)) look(item, depth + 1);
}

function lookAt(tensor: torch.Tensor): void {
  if (tensor.numel() >= 10_000 || tensor.device.type === 'meta') return;
  tensor.tolist();
  if (tensor.requiresGrad && tensor.dtype.isFloatingPoint) tensor.sum().backward();
}

/** A few other bytes, and now and then only the first ones. */
export function changeBytes(given: Uint8Array, random: Random): Uint8Array {
  const bytes = Uint8Array.from(given);
  for (let left = 1 + random.below(4); left > 0 && bytes.length > 0; left--)
    bytes[random.below(bytes.length)] = random.below(256);
  return random.chance(0.2) ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes;
}

const NUMBERS = [0, 1, -1, 2, 127, 128, 255, 256, 65535, 2 ** 31 - 1, -(2 ** 31)];

/** A number of 1, 2, 4 or 8 bytes in a random place. */
function putNumber(bytes: Buffer, random: Random): Buffer {
  const width = random.pick([1, 2, 4, 8]);
  if (bytes.length < width) return bytes;
  const out = Buffer.from(bytes);
  const value = BigInt.asUintN(64, BigInt(random.pick(NUMBERS)));
  for (let i = 0, at = random.below(bytes.length - width + 1); i < width; i++)
    out[at + i] = Number((value >> BigInt(8 * i)) & 255n);
  return out;
}

function putByte(bytes: Buffer, random: Random): Buffer {
  const out = Buffer.from(bytes);
  out[random.below(out.length)] = random.below(256);
  return out;
}

/** One part is left out, doubled, or put in the place of another one; or a byte or a number differs. */
export function changeParts(given: Buffer, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(given);
  // One change alone leaves most of the file as it was, and reaches far into the reader.
  for (let left = random.chance(0.7) ? 1 : 2 + random.below(3); left > 0; left--) {
    const start = random.below(bytes.length + 1);
    const end = Math.min(bytes.length, start + 1 + random.below(40));
    const part = bytes.subarray(start, end);
    const at = random.below(bytes.length + 1);
    const choice = random.below(6);
    if (choice === 0) bytes = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    else if (choice === 1) bytes = Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
    else if (choice === 2) bytes = Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at + part.length)]);
    else if (choice === 3) bytes = putNumber(bytes, random);
    else if (bytes.length > 0) bytes = putByte(bytes, random);
  }
  return bytes;
}
