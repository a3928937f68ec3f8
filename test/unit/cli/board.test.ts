/** `libtorch-node board`, as it is built: its addresses, its checkpoints, its mistakes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import type { RunList } from '../../../lib/board/protocol';

const main = path.join(__dirname, '../../../dist/cli/main.js');
let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'cli-board-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a board and returns the address that it prints. */
async function start(...args: string[]): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, [main, 'board', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const part of child.stdout) {
    text += String(part);
    const [url] = /http:\/\/\S+/.exec(text) ?? [];
    if (url !== undefined && text.includes('Ctrl+C')) return [child, url];
  }
  throw new Error(`the board ended: ${text}`);
}

async function end(child: ChildProcess): Promise<number | null> {
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

test('shows a run and what its checkpoint holds', async () => {
  const run = path.join(folder, 'runs/first');
  mkdirSync(path.join(run, 'checkpoints'), { recursive: true });
  writeFileSync(path.join(run, 'events.jsonl'), '{"type":"step","step":1,"loss":0.5,"epoch":0,"time":1}\n');
  torch.save({ weight: torch.ones([2, 3]) }, path.join(run, 'checkpoints/last.pt'));
  writeFileSync(path.join(run, 'checkpoints/broken.pt'), 'no checkpoint');
  const [child, url] = await start('--port', '0');
  try {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    let list = (await (await fetch(`${url}api/runs`)).json()) as RunList;
    for (let i = 0; i < 600 && list.runs[0]?.step !== 1; i++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      list = (await (await fetch(`${url}api/runs`)).json()) as RunList;
    }
    expect(list).toMatchObject({
      folder: path.join(folder, 'runs'),
      control: false,
      runs: [{ name: 'first', step: 1 }],
    });
    const inspect = (file: string) => fetch(`${url}api/inspect?run=${list.runs[0]?.id}&file=${file}`);
    expect(await (await inspect('last.pt')).json()).toMatchObject({
      tensors: [{ name: 'weight', dtype: 'float32', shape: [2, 3] }],
    });
    const broken = await inspect('broken.pt');
    expect(broken.status).toBe(500);
    expect(((await broken.json()) as { message: string }).message).toMatch(/broken\.pt.*\n\(ERR_TORCH_/s);
    expect(await (await fetch(url)).text()).toContain('<script src="/board.js" defer>');
  } finally {
    expect(await end(child)).toBe(0);
  }
});

test('a port that is taken is named, and the usual one gives way', async () => {
  const [first, url] = await start('--port', '0', '--control');
  try {
    expect(url).toMatch(/#token=[\w-]{32}$/);
    const { port } = new URL(url);
    const second = spawnSync(process.execPath, [main, 'board', '--port', port], { cwd: folder, encoding: 'utf8' });
    expect([second.status, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toContain(`board: port ${port} is taken; name another with --port`);
  } finally {
    await end(first);
  }
});

test('folders and ports that are none', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [main, 'board', ...args], { cwd: folder, encoding: 'utf8' });
  writeFileSync(path.join(folder, 'file'), '');
  expect(run('none').stderr).toMatch(/^board: "none": there is no such file\n\(ERR_TORCH_FILE\)\n$/);
  expect(run('file').stderr).toMatch(/^board: "file" is not a folder\n/);
  expect(run('--port', '99999').stderr).toContain('expected a number from 0 to 65535');
  expect([run('none').status, run('--port', 'x').status]).toEqual([1, 2]);
});
