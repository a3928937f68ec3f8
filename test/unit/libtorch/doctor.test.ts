import type { Facts } from '../../../lib/install/doctor/facts';
import { judge } from '../../../lib/install/doctor/findings';
import { explainLoading } from '../../../lib/install/doctor/loading';
import { findGpus, flavourForGpus } from '../../../lib/install/gpu';
import type { Libtorch } from '../../../lib/install/types';

const libtorch: Libtorch = {
  root: '/cache/2.13.0-cpu',
  libDir: '/cache/2.13.0-cpu/lib',
  includeDir: undefined,
  version: '2.13.0',
  flavour: 'cpu',
  source: 'cache',
};
const healthy: Facts = {
  node: '22.11.0',
  electron: undefined,
  platform: 'linux',
  arch: 'x64',
  libc: '2.36',
  cores: [{ kind: 'cpu', minor: '2.13', file: '/package/libtorch_node_cpu-2.13.so' }],
  cacheRoot: '/cache',
  cache: [],
  located: { found: true, libtorch },
  loadingProblem: undefined,
  packageProblem: undefined,
  gpus: [],
  driverFiles: false,
  pythonTorch: undefined,
};
const gpu = { name: 'NVIDIA L4', driver: '580.65.06' };
const cuda = { found: true, libtorch: { ...libtorch, flavour: 'cu130' } } as const;
const missing = { found: false, code: 'ERR_LIBTORCH_NOT_FOUND', accepts: [], attempts: [] } as const;

test('a healthy machine has nothing but good findings', () => {
  expect(judge(healthy).map(({ level }) => level)).not.toContain('error');
  expect(judge(healthy).map(({ code }) => code)).toEqual(['NODE', 'GLIBC', 'CORE', 'LIBTORCH', 'LOADS', 'WORKS']);
});

test.each<[string, Partial<Facts>, string, 'warning' | 'error']>([
  ['an old Node', { node: '18.20.0' }, 'NODE_TOO_OLD', 'error'],
  ['Electron', { electron: '33.0.0' }, 'ELECTRON', 'warning'],
  ['musl', { libc: 'musl' }, 'MUSL', 'error'],
  ['an old glibc', { libc: '2.17' }, 'GLIBC_TOO_OLD', 'error'],
  ['a platform without a binary', { cores: [] }, 'CORE_MISSING', 'error'],
  ['no libtorch', { located: missing }, 'LIBTORCH_NOT_FOUND', 'error'],
  ['a torch of Python', { located: missing, pythonTorch: libtorch }, 'PYTHON_TORCH', 'warning'],
  ['a library that is missing', { loadingProblem: 'libgomp.so.1: cannot open' }, 'LIBGOMP_MISSING', 'error'],
  ['an addon that does not load', { packageProblem: 'undefined symbol' }, 'PACKAGE', 'error'],
  ['a GPU beside a CPU build', { gpus: [gpu] }, 'GPU_UNUSED', 'warning'],
  ['a driver that is too old', { gpus: [{ ...gpu, driver: '550.1' }], located: cuda }, 'DRIVER_TOO_OLD', 'warning'],
  ['a CUDA build without a GPU', { located: cuda }, 'GPU_MISSING', 'warning'],
  ['a container without its GPU', { driverFiles: true }, 'GPU_UNREADABLE', 'warning'],
])('%s is found', (_, change, code, level) => {
  const found = judge({ ...healthy, ...change }).find((finding) => finding.code === code);
  expect(found?.level).toBe(level);
  if (code !== 'LIBTORCH_NOT_FOUND') expect(found?.fix).toMatch(/\w/);
});

test('a GPU with its build is good', () => {
  const findings = judge({ ...healthy, gpus: [gpu], located: cuda });
  expect(findings.find(({ code }) => code === 'GPU')?.message).toContain('NVIDIA L4');
});

test.each([
  ['libcudnn.so.9: cannot open shared object file', 'CUDA_LIBRARY_MISSING'],
  ["version `GLIBC_2.28' not found (required by libtorch_cpu.so)", 'GLIBC_TOO_OLD'],
  ["version `GLIBCXX_3.4.30' not found", 'LIBSTDCXX_TOO_OLD'],
  ['wrong ELF class: ELFCLASS32', 'WRONG_FILE'],
  ['libfoo.so: cannot open shared object file', 'LIBRARY_MISSING'],
  ['something else', 'DOES_NOT_LOAD'],
])('%s means %s', (problem, code) => {
  expect(explainLoading(problem)).toMatchObject({ code, message: expect.stringContaining(problem) as string });
});

test('GPUs are read from the driver, and choose the build', () => {
  const output = 'NVIDIA H100 80GB HBM3, 580.65.06\nNVIDIA L4, 535.1\n';
  const gpus = findGpus(() => output);
  expect(gpus).toEqual([
    { name: 'NVIDIA H100 80GB HBM3', driver: '580.65.06' },
    { name: 'NVIDIA L4', driver: '535.1' },
  ]);
  expect(flavourForGpus(gpus)).toBe('cu126');
  expect(flavourForGpus(gpus.slice(0, 1))).toBe('cu130');
  expect(flavourForGpus([{ name: 'Tesla K80', driver: '470.1' }])).toBeUndefined();
  expect(findGpus(() => 'No devices were found\n')).toEqual([]);
  const absent = () => {
    throw new Error('ENOENT');
  };
  expect(flavourForGpus(findGpus(absent))).toBeUndefined();
});
