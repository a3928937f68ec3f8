/** Learning while serving in a process that is killed: the next start serves the last good version. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as torch from '../../../lib/index';

const { training } = torch;
const fixture = path.join(__dirname, 'fixtures/online.cjs');
const module_ = path.join(__dirname, 'fixtures/round.cjs');

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'online-kill-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Work = 'round' | 'rollBack';

/** Versions 1 to 3 with the weights 10, 20 and 30; 3 serves. A round makes 4 with the weight 4. */
function prepare(): void {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
  const queue = new training.ExampleQueue<{ x: number }>(path.join(folder, 'queue'), { holdOut: 2 });
  for (const x of [4, 4]) queue.add({ x });
  const weights = path.join(folder, 'weights');
  mkdirSync(weights);
  for (const version of [1, 2, 3]) {
    torch.save({ weight: torch.tensor([version * 10]).to(torch.float32) }, path.join(weights, `weights-${version}.pt`));
  }
}

/** What the process said of its steps; without `done` it was killed. */
async function work(what: Work, killAt: number | 'write'): Promise<string[]> {
  const run = promisify(execFile)(process.execPath, [fixture, JSON.stringify({ folder, work: what, killAt })]);
  const { stdout, signal } = (await run.catch((error: unknown) => error)) as { stdout: string; signal?: string };
  const said = stdout.split('\n').filter(Boolean);
  expect(signal ?? 'ended').toBe(said.at(-1) === 'done' ? 'ended' : 'SIGKILL');
  return said;
}

/** What the next start serves: its version, its weight, and the versions that are left. */
async function restart(): Promise<{ version: number; weight: number; versions: readonly number[] }> {
  let weight = NaN;
  const learning = await training.online(module_, {
    queue: new training.ExampleQueue(path.join(folder, 'queue'), { holdOut: 2 }),
    folder: path.join(folder, 'weights'),
    everyMs: 100_000,
    apply: (weights) => {
      weight = weights['weight']!.item();
    },
  });
  const { version, versions } = learning;
  await learning.close();
  return { version, weight, versions };
}

const before = { version: 3, weight: 30, versions: [1, 2, 3] };

test('in front of each step of a round: the version before serves until the swap is written down', async () => {
  const after = { version: 4, weight: 4, versions: [1, 2, 3, 4] };
  const seen = [];
  let said: string[] = [];
  for (let killAt = 1; said.at(-1) !== 'done'; killAt++) {
    prepare();
    said = await work('round', killAt);
    seen.push(await restart());
  }
  expect(said).toEqual([
    ...['swap to 4', 'swapped to 4', 'writeFileSync current.json.tmp', 'renameSync current.json.tmp'],
    ...['rmSync weights-1.pt', 'swapped', 'done'],
  ]);
  expect(seen).toEqual([before, before, before, before, after, { ...after, versions: [2, 3, 4] }]);
}, 300_000);

test('in front of each step of a roll-back: what was taken back does not return', async () => {
  const after = { version: 2, weight: 20, versions: [1, 2] };
  const seen = [];
  let said: string[] = [];
  for (let killAt = 1; said.at(-1) !== 'done'; killAt++) {
    prepare();
    said = await work('rollBack', killAt);
    seen.push(await restart());
  }
  expect(said).toEqual([
    ...['writeFileSync current.json.tmp', 'renameSync current.json.tmp', 'swap to 2', 'swapped to 2'],
    ...['rmSync weights-3.pt', 'done'],
  ]);
  expect(seen).toEqual([before, before, after, after, after, after]);
}, 300_000);

test('while the file of new weights is written: the round is made again', async () => {
  prepare();
  expect(await work('round', 'write')).toEqual([]);
  expect(readdirSync(path.join(folder, 'weights')).filter((name) => name.startsWith('weights-4'))).toEqual([
    expect.stringMatching(/^weights-4\.pt\.tmp-/),
  ]);
  expect(await restart()).toEqual(before);
  expect((await work('round', 0)).slice(-2)).toEqual(['swapped', 'done']);
  expect(await restart()).toEqual({ version: 4, weight: 4, versions: [2, 3, 4] });
}, 300_000);

test('nothing unfinished stays, and a record that cannot be read is made anew', async () => {
  prepare();
  await work('round', 4);
  await restart();
  const weights = path.join(folder, 'weights');
  const files = ['current.json', 'weights-1.pt', 'weights-2.pt', 'weights-3.pt'];
  expect(readdirSync(weights).sort()).toEqual(files);
  writeFileSync(path.join(weights, 'current.json'), '{"version": "');
  expect(await restart()).toEqual(before);
  // The current version is damaged: those before it serve.
  writeFileSync(path.join(weights, 'weights-3.pt'), 'rubbish');
  expect(await restart()).toEqual({ version: 2, weight: 20, versions: [1, 2, 3] });
}, 300_000);

test('a roll-back whose swap fails changes nothing', async () => {
  prepare();
  let refuse = false;
  const weights = path.join(folder, 'weights');
  const learning = await training.online(module_, {
    queue: new training.ExampleQueue(path.join(folder, 'queue')),
    folder: weights,
    everyMs: 100_000,
    apply: () => {
      if (refuse) throw new Error('no room');
    },
  });
  refuse = true;
  await expect(learning.rollBack()).rejects.toThrow('no room');
  expect([learning.version, learning.versions]).toEqual([3, [1, 2, 3]]);
  await learning.close();
  expect(await restart()).toEqual(before);
}, 60_000);
