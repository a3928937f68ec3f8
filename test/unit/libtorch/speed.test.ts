import { type SpeedFacts, gatherSpeed, judgeSpeed } from '../../../lib/install/doctor/speed';

const good: SpeedFacts = {
  ...{ processors: 8, allowed: 8, load: 0.3, arch: 'x64', governor: 'performance', battery: false, env: {} },
  flags: ['sse2', 'avx2', 'avx512f'],
};

const codes = (change: Partial<SpeedFacts>): string[] => judgeSpeed({ ...good, ...change }).map(({ code }) => code);

test.each<[Partial<SpeedFacts>, string[]]>([
  [{}, ['KERNELS']],
  [{ flags: ['avx2'] }, ['KERNELS']],
  [{ flags: ['sse2'] }, ['NO_AVX2']],
  [{ flags: null }, []],
  [{ arch: 'arm64', flags: ['sse2'] }, []],
  [{ env: { OMP_NUM_THREADS: '16' } }, ['KERNELS', 'THREADS_MANY']],
  [{ env: { OMP_NUM_THREADS: '1' } }, ['KERNELS', 'THREADS_FEW']],
  [{ env: { MKL_NUM_THREADS: '2' } }, ['KERNELS', 'THREADS_FEW']],
  [{ env: { OMP_NUM_THREADS: '8' } }, ['KERNELS']],
  [{ env: { OMP_NUM_THREADS: 'many' } }, ['KERNELS']],
  [{ allowed: 1.5 }, ['KERNELS', 'SHARE']],
  [{ allowed: 0.5, load: null }, ['KERNELS', 'SHARE']],
  [{ allowed: 2, env: { OMP_NUM_THREADS: '2' } }, ['KERNELS']],
  [{ load: 20 }, ['KERNELS', 'LOAD']],
  [{ governor: 'powersave' }, ['KERNELS', 'GOVERNOR']],
  [{ governor: null, battery: null, load: null }, ['KERNELS']],
  [{ battery: true }, ['KERNELS', 'BATTERY']],
  [{ env: { ATEN_CPU_CAPABILITY: 'default' } }, ['KERNELS', 'CAPABILITY']],
])('%j', (change, expected) => {
  expect(codes(change)).toEqual(expected);
});

test('what to do is named with its number', () => {
  const [, share] = judgeSpeed({ ...good, allowed: 2.5 });
  expect(share?.message).toMatch(/^This process may use 2\.5 of 8 processors/);
  expect(share?.fix).toBe('Set OMP_NUM_THREADS=2, or call torch.setNumThreads(2).');
});

test('this machine can be asked', () => {
  const facts = gatherSpeed({ OMP_NUM_THREADS: '3' });
  expect(facts.allowed).toBeGreaterThan(0);
  expect(facts.allowed).toBeLessThanOrEqual(facts.processors);
  expect(facts.env['OMP_NUM_THREADS']).toBe('3');
  expect(judgeSpeed(facts).every(({ level }) => level !== 'error')).toBe(true);
});
