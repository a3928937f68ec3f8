import { compareVersions, parseBuildVersion } from '../../../lib/install/version';

test.each([
  ['2.13.0', undefined, '2.13.0', 'cpu'],
  ['2.13.0+cpu', undefined, '2.13.0', 'cpu'],
  ['2.13.0+cu126\n', undefined, '2.13.0', 'cu126'],
  ['2.14.1', '13.0', '2.14.1', 'cu130'],
  ['2.14.0a0+gitcf30153', undefined, '2.14.0', 'cpu'],
  ['2.14.0.dev20260101+cu128', undefined, '2.14.0', 'cu128'],
])('%j with cuda %j is %s, %s', (text, cuda, version, flavour) => {
  expect(parseBuildVersion(text, cuda)).toEqual({ version, flavour });
});

test.each(['', '2.13', 'garbage', '2.13.0+rocm6.4', '2.13.0+xpu', '../2.13.0'])(
  '%j is no version we can use',
  (text) => {
    expect(parseBuildVersion(text)).toBeUndefined();
  },
);

test('versions are ordered by number', () => {
  expect(['2.13.0', '2.9.1', '2.13.10', '2.13.2'].sort(compareVersions)).toEqual([
    '2.9.1',
    '2.13.0',
    '2.13.2',
    '2.13.10',
  ]);
});
