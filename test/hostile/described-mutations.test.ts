/** Damaged files that are described without being opened, and damaged safetensors files. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe as asText } from '../../lib/cli/inspect-run';
import * as torch from '../../lib/index';
import { outlineFile } from '../../lib/serialization/outline';
import { Random, SEED, mutate, originals } from './mutations';

const FILES = 800;

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ltn-damaged-'))));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const there = (name: string): string => path.join(folder, name);

/** How many damaged files pass; any error but a TorchError fails. */
function passing(files: readonly Buffer[], use: (file: string) => void): number {
  const random = new Random(SEED);
  const wrong: string[] = [];
  let passed = 0;
  for (let i = 0; i < FILES; i++) {
    writeFileSync(there('damaged'), mutate(random, files, files));
    try {
      torch.scope(() => {
        use(there('damaged'));
      });
      passed++;
    } catch (error) {
      if (!(error instanceof torch.TorchError)) wrong.push(`${i}: ${String(error)}`);
    }
  }
  expect(wrong).toEqual([]);
  return passed;
}

function expectBoth(passed: number): void {
  // Both ways must be frequent, or the mutations test nothing.
  expect(passed).toBeGreaterThan(FILES / 100);
  expect(passed).toBeLessThan(FILES);
}

test(`${FILES} damaged checkpoints are described or refused with a TorchError`, () => {
  expectBoth(passing(originals(), (file) => void asText('damaged', outlineFile(file))));
}, 120_000);

describe('damaged safetensors files', () => {
  function sound(): Buffer[] {
    const sets: Record<string, torch.Tensor>[] = [
      {},
      { w: torch.arange(6).reshape([2, 3]), b: torch.zeros([2], { dtype: torch.float16 }) },
      { 'a.b': torch.tensor(1.5), empty: torch.zeros([0, 4]), mask: torch.ones([3], { dtype: torch.bool }) },
      { z: torch.zeros([2], { dtype: torch.complex64 }), big: torch.zeros([8, 8]) },
    ];
    return sets.map((set, i) => {
      torch.saveSafetensors(set, there(`${i}.safetensors`), i === 1 ? { metadata: { format: 'pt' } } : {});
      return readFileSync(there(`${i}.safetensors`));
    });
  }

  test.each([false, true])(`${FILES} are read or refused with a TorchError, mapped %s`, (mmap) => {
    const read = (file: string): void => {
      // Every element must lie in readable memory.
      for (const tensor of Object.values(torch.loadSafetensors(file, { mmap }))) tensor.clone();
    };
    expectBoth(passing(sound(), read));
  });

  test(`${FILES} are described or refused with a TorchError`, () => {
    expectBoth(passing(sound(), (file) => void asText('damaged', outlineFile(file))));
  });
});
