import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';

import { download } from '../../../lib/install/download/download';
import { Http } from '../../../lib/install/download/http';
import { silentReporter } from '../../../lib/install/download/reporter';
import { temporaryFolder } from '../../support/temporary-folder';
import { fileHandler, testServer } from './server';

const base = temporaryFolder();
const server = testServer();
const content = randomBytes(10_000);
const sha256 = createHash('sha256').update(content).digest('hex');
let cases = 0;
let http: Http;

beforeEach(() => {
  http = new Http({ env: {}, idleTimeoutMs: 500 });
});
afterEach(() => http.close());

const freshTarget = () => join(base, String(cases++), 'file.whl');
const fetchTo = (target: string, hash: string | undefined = sha256) =>
  download(`${server.base}/file`, target, {
    http,
    reporter: silentReporter,
    sha256: hash,
    retryDelayMs: 1,
    retries: 2,
  });

test('a file arrives whole and leaves nothing beside it', async () => {
  server.on('/file', fileHandler(content));
  const target = freshTarget();
  await fetchTo(target);
  expect(readFileSync(target).equals(content)).toBe(true);
  expect(readdirSync(join(target, '..'))).toEqual(['file.whl']);
});

test('a connection that breaks off is taken up where it stopped', async () => {
  server.on('/file', fileHandler(content, { breakAfter: 3000, breaks: 3 }));
  const target = freshTarget();
  await fetchTo(target);
  expect(readFileSync(target).equals(content)).toBe(true);
  expect(server.log).toEqual(['GET /file', 'GET /file bytes=3000-', 'GET /file bytes=6000-', 'GET /file bytes=9000-']);
});

test('a later call resumes what an earlier one left', async () => {
  server.on('/file', fileHandler(content, { breakAfter: 4000 }));
  const target = freshTarget();
  const once = download(`${server.base}/file`, target, { http, reporter: silentReporter, sha256, retries: 0 });
  await expect(once).rejects.toMatchObject({ code: 'ERR_INSTALL_NETWORK' });
  expect(existsSync(target)).toBe(false);
  await fetchTo(target);
  expect(server.log.at(-1)).toBe('GET /file bytes=4000-');
  expect(existsSync(`${target}.part`)).toBe(false);
});

test('a file that changed on the server is fetched from its start', async () => {
  const target = freshTarget();
  server.on('/file', fileHandler(randomBytes(10_000), { etag: '"old"', breakAfter: 5000, breaks: Infinity }));
  await download(`${server.base}/file`, target, { http, reporter: silentReporter, retries: 0 }).catch(() => undefined);
  expect(readFileSync(`${target}.part`)).toHaveLength(5000);
  server.on('/file', fileHandler(content, { etag: '"new"' }));
  await fetchTo(target);
  expect(readFileSync(target).equals(content)).toBe(true);
});

test('a wrong hash deletes the file and is not retried', async () => {
  server.on('/file', fileHandler(content));
  const target = freshTarget();
  const wrong = '0'.repeat(64);
  await expect(fetchTo(target, wrong)).rejects.toMatchObject({
    code: 'ERR_INSTALL_HASH',
    message: expect.stringContaining(sha256) as string,
  });
  expect(readdirSync(join(target, '..'))).toEqual([]);
  expect(server.log).toHaveLength(1);
});

test('a file that is there already is checked and not fetched', async () => {
  const target = join(base, 'there.whl');
  writeFileSync(target, content);
  await fetchTo(target);
  expect(server.log).toEqual([]);
});

test('404 says so at once', async () => {
  await expect(fetchTo(freshTarget())).rejects.toMatchObject({
    code: 'ERR_INSTALL_HTTP_STATUS',
    message: expect.stringContaining('404') as string,
  });
  expect(server.log).toHaveLength(1);
});

test('503 is tried again', async () => {
  let calls = 0;
  server.on('/file', (request, response) => {
    if (calls++ < 2) response.writeHead(503).end();
    else fileHandler(content)(request, response);
  });
  await fetchTo(freshTarget());
  expect(calls).toBe(3);
});

test('a redirect is followed', async () => {
  server.on('/file', (_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
  server.on('/elsewhere', fileHandler(content));
  await fetchTo(freshTarget());
  expect(server.log).toEqual(['GET /file', 'GET /elsewhere']);
});

test('redirects in a circle end', async () => {
  server.on('/file', (_, response) => response.writeHead(302, { location: '/file' }).end());
  await expect(fetchTo(freshTarget())).rejects.toMatchObject({ code: 'ERR_INSTALL_NETWORK' });
});

test('a slow server is waited for, a silent one is not', async () => {
  server.on('/file', fileHandler(content, { delayMs: 60 }));
  await fetchTo(freshTarget());
  server.on('/file', (_, response) => void response.writeHead(200, { 'content-length': 10 }).write('abc'));
  await expect(fetchTo(freshTarget(), undefined)).rejects.toMatchObject({ code: 'ERR_INSTALL_NETWORK' });
});

test('nobody at the address is found out at once', async () => {
  const reporter = { ...silentReporter, step: jest.fn() };
  const call = download(`http://127.0.0.1:${await closedPort()}/file`, freshTarget(), { http, reporter });
  await expect(call).rejects.toMatchObject({ code: 'ERR_INSTALL_NETWORK' });
  expect(reporter.step).not.toHaveBeenCalled();
});

async function closedPort(): Promise<number> {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  await new Promise((done) => other.close(done));
  return port;
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a full disk is named, and nothing is retried', async () => {
  server.on('/file', fileHandler(content));
  const target = join(base, 'full.whl');
  symlinkSync('/dev/full', `${target}.part`);
  await expect(fetchTo(target)).rejects.toMatchObject({ code: 'ERR_INSTALL_DISK_FULL' });
  expect(server.log).toHaveLength(1);
});

test('a proxy is used, and NO_PROXY goes around it', async () => {
  server.on('/file', fileHandler(content));
  const asked: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const [host, port] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const env = { HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
  try {
    for (const NO_PROXY of ['', '127.0.0.1']) {
      const client = new Http({ env: { ...env, NO_PROXY } });
      await download(`${server.base}/file`, freshTarget(), { http: client, reporter: silentReporter, sha256 });
      await client.close();
    }
    expect(asked).toEqual([server.base.slice('http://'.length)]);
  } finally {
    proxy.close();
  }
});
