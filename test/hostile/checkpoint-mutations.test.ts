import * as torch from '../../lib/index';
import { Random, SEED, mutate, originals } from './mutations';

const FILES = 20_000;

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
