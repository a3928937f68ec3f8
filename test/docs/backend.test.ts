/** The program of docs/embedding-in-a-backend.md, as it is printed: three files, a server and a run in its worker. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

const root = path.join(__dirname, '../..');
const page = readFileSync(path.join(root, 'docs/embedding-in-a-backend.md'), 'utf8');

let folder: string;
let server: ChildProcess | null = null;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'embedding-'));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/libtorch-node'));
  for (const [, name, code] of page.matchAll(/^```js\n\/\/ (\w+\.cjs)\n([\s\S]*?)^```/gm)) {
    writeFileSync(path.join(folder, name as string), code as string);
  }
});

afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** What the program says, up to a line that fits. */
async function until(lines: AsyncIterator<string>, wanted: RegExp): Promise<string[]> {
  const said: string[] = [];
  while (true) {
    const { value, done } = await lines.next();
    if (done) throw new Error(`it ended with:\n${said.join('\n')}`);
    said.push(value);
    if (wanted.test(value)) return said;
  }
}

// The request for weights and the end of the worker race: several times.
test.each([1, 2, 3])(
  'it trains, answers and ends, time %i',
  async () => {
    server = spawn(process.execPath, ['server.cjs'], {
      cwd: folder,
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    server.stderr!.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const lines = readline.createInterface({ input: server.stdout! })[Symbol.asyncIterator]();
    const [port] = /\d+$/.exec((await until(lines, /^listening/)).at(-1)!)!;
    const ask = async (query: string): Promise<Response> => fetch(`http://127.0.0.1:${port}/?${query}`);
    expect((await ask('1,2')).status).toBe(400);
    const said = await until(lines, /^trained/);
    expect(said.filter((line) => line.startsWith('epochEnd'))).toHaveLength(5);
    const [first, second] = [
      await (await ask('1,1,1,1')).json(),
      await (await ask('-1,-1,-1,-1')).json(),
    ] as number[][];
    expect(first![1]).toBeGreaterThan(0.9);
    expect(second![1]).toBeLessThan(0.1);
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(errors).toBe('');
  },
  180_000,
);
