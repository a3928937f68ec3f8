import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';

/** A process that is killed while it saves leaves no folder that looks like a checkpoint and is none. */

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ltn-dcp-kill-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Saves the numbers 0, 1, 2 … each with 8 MB of them, into one folder again and again. */
const script = (path: string): string => `
  const torch = require(${JSON.stringify(join(__dirname, '../../dist/index.js'))});
  process.removeAllListeners('warning');
  for (let i = 0; ; i++) {
    torch.distributed.checkpoint.save({ i, values: torch.full([1 << 21], i) }, { checkpointId: ${JSON.stringify(path)}, noDist: true });
    if (i === 0) console.log('saving');
  }
`;

async function killAfter(path: string, delay: number): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', '-e', script(path)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await exited;
}

test('what says that it is a checkpoint is one', async () => {
  for (const delay of [3, 19, 42, 77]) {
    const path = join(folder, `run-${delay}`);
    await killAfter(path, delay);
    if (!existsSync(join(path, '.metadata'))) continue;
    const state = { i: -1, values: torch.zeros([1 << 21]) };
    torch.distributed.checkpoint.load(state, { checkpointId: path, noDist: true });
    expect([state.values.min().item(), state.values.max().item()]).toEqual([state.i, state.i]);
    const others = readdirSync(path).filter((name) => !['.metadata', '__0_0.distcp'].includes(name));
    expect(others.every((name) => name.includes('.tmp-'))).toBe(true);
  }
}, 240_000);
