import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../lib/index';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ltn-kill-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Saves the numbers 0, 1, 2 … each with 8 MB of them, until it is killed. */
const script = (path: string): string => `
  const torch = require(${JSON.stringify(join(__dirname, '../../dist/index.js'))});
  for (let i = 0; ; i++) {
    torch.save({ i, values: torch.full([1 << 21], i) }, ${JSON.stringify(path)});
    if (i === 0) console.log('saving');
  }
`;

async function killAfter(path: string, delay: number): Promise<void> {
  const child = spawn(process.execPath, ['-e', script(path)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await exited;
}

describe('a process that is killed while it saves', () => {
  it('leaves the old file or the new one, whole', async () => {
    const path = join(folder, 'file.pt');
    for (const delay of [7, 23, 41, 60, 95]) {
      await killAfter(path, delay);
      const { i, values } = torch.load<{ i: number; values: torch.Tensor }>(path);
      expect(values.shape).toEqual([1 << 21]);
      expect([values.min().item(), values.max().item()]).toEqual([i, i]);
    }
    // What a kill leaves besides is a file with a temporary name, at most one for each.
    const others = readdirSync(folder).filter((name) => name !== 'file.pt');
    expect(others.every((name) => /^file\.pt\.tmp-\d+-\d+$/.test(name))).toBe(true);
    expect(others.length).toBeLessThanOrEqual(5);
  });
});
