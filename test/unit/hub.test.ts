/** `torch.hub` from a server on the loopback interface. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import * as torch from '../../lib/index';
import { temporaryFolder } from '../support/temporary-folder';
import { fileHandler, testServer } from './libtorch/server';

const { hub } = torch;
const server = testServer();
const base = temporaryFolder();
let count = 0;
const folder = (): string => path.join(base, `models-${count++}`);

const bytes = torch.saveToBuffer({ weight: torch.tensor([1, 2.5]) });
const digest = createHash('sha256').update(bytes).digest('hex');
const values = (state: Record<string, torch.Tensor>): unknown => state['weight']!.tolist();

let written = '';
beforeEach(() => {
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  hub.setDir(base);
});

test('weights are downloaded once, and kept', async () => {
  server.on('/a/model.pt', fileHandler(bytes));
  const modelDir = folder();
  const url = `${server.base}/a/model.pt?version=3`;
  server.on('/a/model.pt?version=3', fileHandler(bytes));
  expect(values(await hub.loadStateDictFromUrl(url, { modelDir }))).toEqual([1, 2.5]);
  expect(written).toContain(`Downloading: "${url}" to ${path.join(modelDir, 'model.pt')}\n`);
  expect(readdirSync(modelDir)).toEqual(['model.pt']);
  written = '';
  expect(values(await hub.loadStateDictFromUrl(url, modelDir))).toEqual([1, 2.5]);
  expect(written).toBe('');
  expect(server.log.filter((line) => line.startsWith('GET'))).toHaveLength(1);
});

test('the folder is that of setDir, and the name that of fileName', async () => {
  server.on('/model.pt', fileHandler(bytes));
  const home = folder();
  hub.setDir(home);
  await hub.loadStateDictFromUrl(new URL(`${server.base}/model.pt`), { fileName: 'mine.pt', weightsOnly: true });
  expect(existsSync(path.join(home, 'checkpoints', 'mine.pt'))).toBe(true);
  expect(hub.getDir()).toBe(home);
  hub.setDir('~/weights');
  expect(hub.getDir()).toBe(path.join(os.homedir(), 'weights'));
});

test('the hash in a name is checked, and a wrong one leaves nothing', async () => {
  const [right, wrong] = [`m-${digest.slice(0, 8)}.pt`, `m-${'0'.repeat(8)}.pt`];
  for (const name of [right, wrong]) server.on(`/${name}`, fileHandler(bytes));
  const modelDir = folder();
  const load = (name: string, checkHash: boolean) =>
    hub.loadStateDictFromUrl(`${server.base}/${name}`, { modelDir, checkHash });
  expect(values(await load(right, true))).toEqual([1, 2.5]);
  await expect(load(wrong, true)).rejects.toThrow(`invalid hash value (expected "00000000", got "${digest}")`);
  expect(readdirSync(modelDir)).toEqual([right]);
  expect(values(await load(wrong, false))).toEqual([1, 2.5]);
});

test('a download that breaks off is taken up again, and is heard of', async () => {
  const large = Buffer.alloc(100_000, 7);
  server.on('/large', fileHandler(large, { breakAfter: 30_000, breaks: 1 }));
  const dst = path.join(base, 'large');
  const heard: [number, number | null][] = [];
  await hub.downloadUrlToFile(`${server.base}/large`, dst, null, (done, total) => heard.push([done, total]));
  expect(readFileSync(dst).equals(large)).toBe(true);
  expect(heard.at(-1)).toEqual([100_000, 100_000]);
}, 180_000);

/** A proxy on the loopback interface that leads every address to the server of this test. */
async function withProxy(body: (asked: readonly string[]) => Promise<void>): Promise<void> {
  const asked: string[] = [];
  const proxy = createServer((request, response) => response.writeHead(500).end(request.url));
  proxy.on('connect', ({ url }, socket) => {
    asked.push(url ?? '');
    const way = connect(Number(new URL(server.base).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      way.pipe(socket);
      socket.pipe(way);
    });
    for (const end of [way, socket]) end.on('error', () => [way, socket].forEach((one) => one.destroy()));
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const former = process.env['http_proxy'];
  process.env['http_proxy'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  try {
    await body(asked);
  } finally {
    if (former === undefined) delete process.env['http_proxy'];
    else process.env['http_proxy'] = former;
    proxy.closeAllConnections();
    proxy.close();
  }
}

test('a download goes through the proxy of the environment', async () => {
  server.on('/behind/model.pt', fileHandler(bytes));
  await withProxy(async (asked) => {
    const state = await hub.loadStateDictFromUrl('http://weights.invalid/behind/model.pt', { modelDir: folder() });
    expect(values(state)).toEqual([1, 2.5]);
    expect(asked).toContain('weights.invalid:80');
  });
});

test('a file that is there is replaced, and only by a whole one', async () => {
  const dst = path.join(base, 'old');
  writeFileSync(dst, 'old');
  await expect(hub.downloadUrlToFile(`${server.base}/nothing`, dst)).rejects.toMatchObject({
    code: 'ERR_TORCH_FILE',
    message: expect.stringContaining('answered with status 404') as string,
  });
  expect(readFileSync(dst, 'utf8')).toBe('old');
  server.on('/new', fileHandler(Buffer.from('new')));
  await hub.downloadUrlToFile(`${server.base}/new`, dst, { hashPrefix: '' });
  expect(readFileSync(dst, 'utf8')).toBe('new');
  expect(readdirSync(base).filter((name) => name.includes('partial'))).toEqual([]);
});

test('what cannot be downloaded is refused, and the promise is rejected', async () => {
  const modelDir = folder();
  await expect(hub.loadStateDictFromUrl('model.pt', { modelDir })).rejects.toThrow(/should begin with http: or https:/);
  await expect(hub.loadStateDictFromUrl('file:///etc/passwd')).rejects.toThrow(/should begin with http: or https:/);
  await expect(hub.loadStateDictFromUrl(`${server.base}/`, { modelDir })).rejects.toThrow(/has no file name/);
  await expect(hub.loadStateDictFromUrl(3 as never)).rejects.toThrow(TypeError);
  await expect(hub.downloadUrlToFile(`${server.base}/x`, '')).rejects.toThrow(TypeError);
  await expect(
    hub.loadStateDictFromUrl(`${server.base}/model.pt`, { modelDir, checkhash: true } as never),
  ).rejects.toThrow(/did you mean 'checkHash'/);
  const file = path.join(base, 'file');
  writeFileSync(file, '');
  await expect(
    hub.loadStateDictFromUrl(`${server.base}/m.pt`, { modelDir: path.join(file, 'below') }),
  ).rejects.toMatchObject({ code: 'ERR_TORCH_FILE' });
});
