import type { Http } from '../../../lib/install/download/http';
import { proxyFor } from '../../../lib/install/download/proxy';
import { satisfies } from '../../../lib/install/download/specifier';
import { findWheel, indexBase, parseIndex } from '../../../lib/install/download/wheel-index';

const hash = 'ab'.repeat(32);
const names = [
  'torch-2.13.0%2Bcpu-cp310-cp310-manylinux_2_28_x86_64.whl',
  'torch-2.13.0%2Bcpu-cp313-cp313t-manylinux_2_28_x86_64.whl',
  'torch-2.13.0%2Bcpu-cp312-cp312-manylinux_2_28_aarch64.whl',
  'torch-2.13.0%2Bcpu-cp312-cp312-win_amd64.whl',
  'torch-2.13.0-cp312-none-macosx_11_0_arm64.whl',
  'torch-2.13.1%2Bcpu-cp312-cp312-manylinux_2_28_x86_64.whl',
];
const page = names.map((name) => `<a href="/whl/cpu/${name}#sha256=${hash}">${name}</a><br/>`).join('\n');
const http = { page: (url: string) => Promise.resolve({ text: page, url }) } as unknown as Http;

test.each([
  ['linux', 'x64', 'torch-2.13.0+cpu-cp313-cp313t-manylinux_2_28_x86_64.whl'],
  ['linux', 'arm64', 'torch-2.13.0+cpu-cp312-cp312-manylinux_2_28_aarch64.whl'],
  ['win32', 'x64', 'torch-2.13.0+cpu-cp312-cp312-win_amd64.whl'],
  ['darwin', 'arm64', 'torch-2.13.0-cp312-none-macosx_11_0_arm64.whl'],
] as const)('%s %s takes %s', async (platform, arch, name) => {
  const target = { project: 'torch', specifier: '==2.13.0', flavour: 'cpu', platform, arch } as const;
  const wheel = await findWheel(http, 'https://mirror.example/whl', target);
  expect(wheel).toMatchObject({ name, sha256: hash });
  expect(wheel.url).toMatch(/^https:\/\/mirror\.example\/whl\/cpu\/torch-2\.13\.0/);
});

test('a platform without a wheel says so', async () => {
  const target = { project: 'torch', specifier: '==2.13.0', flavour: 'cpu', platform: 'darwin', arch: 'x64' } as const;
  await expect(findWheel(http, 'https://m', target)).rejects.toMatchObject({ code: 'ERR_INSTALL_NO_WHEEL' });
});

test.each([
  ['13.1.1.3', '==13.1.1.3.*', true],
  ['13.1.1.3.2', '==13.1.1.3.*', true],
  ['13.1.1.30', '==13.1.1.3.*', false],
  ['13.0.88', '<14,>=13.0.88', true],
  ['13.10', '<14,>=13.0.88', true],
  ['14.0', '<14,>=13.0.88', false],
  ['13.0.9', '>=13.0.88', false],
  ['2.13.0+cpu', '==2.13.0', true],
  ['2.13', '==2.13.0', true],
  ['2.13.0rc1', '==2.13.0', false],
  ['3.8.5', '~=3.8.0', true],
  ['3.9.0', '~=3.8.0', false],
  ['1.0', 'nonsense', false],
])('version %s against %s: %s', (version, specifier, fits) => {
  expect(satisfies(version, specifier)).toBe(fits);
});

test('links without a hash are not used', () => {
  expect(parseIndex('<a href="a.whl">a</a><a href="b.whl#md5=00">b</a><a>c</a>', 'https://m/x/')).toEqual([]);
});

test('a name that is wrongly escaped, or leads out of the folder of downloads, is no link', () => {
  const page = ['%E0%A4%A.whl', 'torch-2.13.0-..%2F..%2Fevil-none-linux_x86_64.whl', 'a%5Cb.whl', 'good.whl'];
  const html = page.map((name) => `<a href="${name}#sha256=${hash}">x</a>`).join('');
  expect(parseIndex(html, 'https://m/x/').map(({ name }) => name)).toEqual(['good.whl']);
});

test('the mirror is named in the environment', () => {
  expect(indexBase({ LIBTORCH_NODE_INDEX_URL: 'https://m/whl//' })).toBe('https://m/whl');
  expect(indexBase({})).toMatch(/^https:\/\/download\.pytorch\.org\/whl$/);
});

test.each([
  ['https://a.example/x', { HTTPS_PROXY: 'http://p:1' }, 'http://p:1'],
  ['https://a.example/x', { HTTPS_PROXY: 'p:1' }, 'http://p:1'],
  ['http://a.example/x', { HTTPS_PROXY: 'http://p:1' }, undefined],
  ['https://a.example/x', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'b.example, .example' }, undefined],
  ['https://a.example/x', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a.example:8443' }, 'http://p:1'],
  ['https://a.example/x', { HTTPS_PROXY: 'http://p:1', no_proxy: '*' }, undefined],
  ['https://notexample/x', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'example' }, 'http://p:1'],
  ['https://a.example/x', { npm_config_https_proxy: 'http://n:2' }, 'http://n:2'],
  ['https://a.example/x', { npm_config_proxy: 'http://n:2', npm_config_noproxy: 'a.example' }, undefined],
])('the proxy for %s with %j is %s', (url, env, proxy) => {
  expect(proxyFor(url, env)).toBe(proxy);
});
