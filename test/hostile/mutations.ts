import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Damaged files, the same on every run. */

/** The seed of the tests. */
export const SEED = 0x9e3779b9;
const LARGEST = 4096;

/** The corpus of the fuzzer, see corpus.py. */
function corpus(): Buffer[] {
  const packed = gunzipSync(readFileSync(join(__dirname, 'corpus.gz')));
  const files: Buffer[] = [];
  for (let at = 0; at < packed.length; at += 4 + packed.readUInt32LE(at)) {
    files.push(packed.subarray(at + 4, at + 4 + packed.readUInt32LE(at)));
  }
  return files;
}

/** The corpus and the small samples of attacks. */
export function originals(): readonly Buffer[] {
  const folder = join(__dirname, 'samples');
  const samples = readdirSync(folder)
    .sort()
    .map((file) => join(folder, file));
  const small = samples.filter((file) => statSync(file).size <= LARGEST);
  return [...corpus(), ...small.map((file) => readFileSync(file))];
}

/** xorshift32: the same files on every run. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  below(limit: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state % limit;
  }
}

const interesting = [0, 1, 0x7f, 0x80, 0xff, 0x28, 0x2e, 0x52, 0x62, 0x63, 0x71, 0x74, 0x75, 0x81, 0x85, 0x93];

/** One to four changes: a bit, a byte, a 32-bit number, a piece cut out, doubled, or taken from another file. */
export function mutate(random: Random, from: readonly Buffer[], all: readonly Buffer[]): Buffer {
  let file = Buffer.from(from[random.below(from.length)] as Buffer);
  for (let change = 1 + random.below(4); change > 0; change--) {
    if (file.length < 8) return file;
    const at = random.below(file.length - 4);
    const length = 1 + random.below(Math.min(64, file.length - at));
    const piece = file.subarray(at, at + length);
    switch (random.below(6)) {
      case 0:
        file[at] = (file[at] as number) ^ (1 << random.below(8));
        break;
      case 1:
        file[at] = interesting[random.below(interesting.length)] as number;
        break;
      case 2:
        file.writeUInt32LE([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, file.length][random.below(6)] as number, at);
        break;
      case 3:
        file = Buffer.concat([file.subarray(0, at), file.subarray(at + length)]);
        break;
      case 4:
        file = Buffer.concat([file.subarray(0, at), piece, file.subarray(at)]);
        break;
      default: {
        const other = all[random.below(all.length)] as Buffer;
        const begin = random.below(other.length + 1);
        other.copy(file, at, begin, begin + length);
      }
    }
  }
  return file;
}
