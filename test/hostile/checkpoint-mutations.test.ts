import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as torch from '../../lib/index';

const FILES = 20_000;
const SEED = 0x9e3779b9;
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
function originals(): readonly Buffer[] {
  const folder = join(__dirname, 'samples');
  const samples = readdirSync(folder)
    .sort()
    .map((file) => join(folder, file));
  const small = samples.filter((file) => statSync(file).size <= LARGEST);
  return [...corpus(), ...small.map((file) => readFileSync(file))];
}

/** xorshift32: the same files on every run. */
class Random {
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
function mutate(random: Random, from: readonly Buffer[], all: readonly Buffer[]): Buffer {
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

/** What loading a file throws, or null. */
function open(file: Buffer, weightsOnly: boolean): unknown {
  try {
    torch.scope(() => void torch.load(file, { weightsOnly, mapLocation: 'cpu' }));
    return null;
  } catch (error) {
    return error;
  }
}

describe(`${FILES} damaged checkpoints`, () => {
  it('open or are refused with a TorchError, and leave nothing behind', () => {
    const random = new Random(SEED);
    const all = originals();
    // Most of the fuzzer's corpus is damaged already; half of the files begin sound.
    const valid = all.filter((file) => open(file, true) === null);
    const before = torch.memory().bytes;
    const wrong: string[] = [];
    let opened = 0;
    for (let i = 0; i < FILES; i++) {
      const outcome = open(mutate(random, i % 4 < 2 ? valid : all, all), i % 2 === 0);
      if (outcome === null) opened++;
      else if (!(outcome instanceof torch.TorchError)) wrong.push(`${i}: ${String(outcome)}`);
    }
    expect(wrong).toEqual([]);
    // Both ways must be frequent, or the mutations test nothing.
    expect(opened).toBeGreaterThan(FILES / 100);
    expect(opened).toBeLessThan(FILES);
    // A Parameter survives its scope; nothing else may.
    expect(torch.memory().bytes - before).toBeLessThan(1 << 24);
  }, 120_000);
});
