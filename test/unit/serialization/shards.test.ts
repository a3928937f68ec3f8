/** Shards that several processes save into one folder at once: each set has names of its own. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../../lib/index';
import type * as Shards from '../../../lib/serialization/safetensors-shards';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(join(tmpdir(), 'ltn-shards-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The module as another process has it, which knows nothing of what this one writes. */
function elsewhere(): typeof Shards {
  let module: typeof Shards | undefined;
  jest.isolateModules(() => {
    module = jest.requireActual<typeof Shards>('../../../lib/serialization/safetensors-shards');
  });
  return module as typeof Shards;
}

const state = (value: number): Record<string, torch.Tensor> =>
  Object.fromEntries(['a', 'b', 'c'].map((name) => [name, torch.full([4], value)]));
const sharded = { maxShardSize: 16 };

it('gives the plain names to one process alone, as long as nothing is in the folder', () => {
  const [one, other] = [elsewhere(), elsewhere()];
  const first = new one.ShardSet('test', folder, 2);
  const second = new other.ShardSet('test', folder, 2);
  expect(first.names[0]).toBe('model-00001-of-00002.safetensors');
  expect(second.names[0]).toMatch(/^model-[0-9a-f]{12}-00001-of-00002\.safetensors$/);
  [first, second].forEach((set) => set.end());
  expect(fs.readdirSync(folder)).toEqual([]);
});

it('takes no names of a set that became complete meanwhile', () => {
  const other = elsewhere();
  torch.saveSafetensors(state(1), folder, sharded);
  expect(new other.ShardSet('test', folder, 3).names[0]).toMatch(/^model-[0-9a-f]{12}-/);
});

it('keeps a set whole while another process writes its own into the same folder', () => {
  const other = elsewhere();
  const theirs = new other.ShardSet('test', folder, 3);
  torch.saveSafetensors(state(2), folder, sharded);
  for (const name of theirs.names) fs.writeFileSync(join(folder, name), 'not complete');
  const loaded = torch.loadSafetensors(folder);
  expect(Object.values(loaded).map((tensor) => tensor.tolist())).toEqual(Array(3).fill([2, 2, 2, 2]));
  theirs.discard();
  theirs.end();
});

it('is not held up by what a process that was killed has left, and removes it', () => {
  const claim = join(folder, '.model.saving');
  fs.writeFileSync(claim, '');
  torch.saveSafetensors(state(3), folder, sharded);
  expect(fs.existsSync(claim)).toBe(true);
  const before = new Date(Date.now() - 120_000);
  fs.utimesSync(claim, before, before);
  torch.saveSafetensors(state(4), folder, sharded);
  expect(fs.existsSync(claim)).toBe(false);
  expect(torch.loadSafetensors(folder)['b']?.tolist()).toEqual([4, 4, 4, 4]);
  expect(fs.readdirSync(folder)).toHaveLength(4);
});
