import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libtorch } from '../../lib/binding';
import { native } from '../../lib/binding';
import * as torch from '../../lib/index';
import { handleOf } from '../../lib/tensor';

let folder: string;
const there = (name: string): string => join(folder, name);

/** Compiles archive.cc against the libtorch that the addon runs on. */
function compile(): void {
  const { root, libDir } = libtorch;
  const include = ['include', 'include/torch/csrc/api/include'].flatMap((path) => ['-isystem', join(root, path)]);
  const link = [
    `-L${libDir}`,
    '-ltorch',
    '-ltorch_cpu',
    '-lc10',
    `-Wl,-rpath,${libDir}`,
    '-Wl,--allow-shlib-undefined',
  ];
  const source = join(__dirname, 'archive.cc');
  execFileSync(process.env.CXX ?? 'g++', ['-std=c++20', '-O0', ...include, source, '-o', there('archive'), ...link]);
}

const run = (command: string): string => execFileSync(there('archive'), [command, folder], { encoding: 'utf8' }).trim();
const floats = (tensor: torch.Tensor): number[] => [...new Float32Array(native.toBytes(handleOf(tensor)))];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ltn-archive-'));
  compile();
  run('write');
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('archives of the C++ front end', () => {
  it('are read: a tensor, a vector and a module with submodules and buffers', () => {
    expect(floats(torch.loadArchive(there('tensor.archive'))['0'] as torch.Tensor)).toEqual([0, 1, 2, 3, 4, 5]);
    const vector = torch.loadArchive(there('vector.archive'));
    expect(Object.values(vector).map(({ dtype, shape }) => [dtype.name, shape])).toEqual([
      ['float32', [2]],
      ['int64', [1]],
    ]);
    const module = torch.loadArchive(there('module.archive'));
    const names = ['body.0.bias', 'body.0.weight', 'body.1.bias', 'body.1.num_batches_tracked', 'body.1.running_mean'];
    expect(Object.keys(module).sort()).toEqual([...names, 'body.1.running_var', 'body.1.weight', 'scale']);
    expect(floats(module.scale as torch.Tensor)).toEqual([0.5, 0.5]);
  });

  it('of an optimizer give its tensors and numbers by name', () => {
    const optimizer = torch.loadArchive<Record<string, unknown>>(there('optimizer.archive'));
    const rates = Object.entries(optimizer).filter(([name]) => name.endsWith('options.lr'));
    expect(rates.map(([, value]) => value)).toEqual([0.25]);
    expect(Object.keys(optimizer).some((name) => name.endsWith('exp_avg_sq'))).toBe(true);
  });

  it('are written so that C++ loads them', () => {
    const module = torch.loadArchive(there('module.archive'));
    torch.saveArchive(module, there('module.back'));
    torch.saveArchive(torch.loadArchive(there('tensor.archive'))['0'] as torch.Tensor, there('tensor.back'));
    torch.saveArchive(Object.values(torch.loadArchive(there('vector.archive'))), there('vector.back'));
    const sum = Object.values(module)
      .filter(({ dtype }) => dtype.name === 'float32')
      .flatMap(floats)
      .reduce((total, value) => total + value, 0);
    const [first, ...others] = run('read').split(' ');
    expect(Number(first)).toBeCloseTo(sum, 5);
    expect(others.join(' ')).toBe('[2, 3] 15 2 long int');
  });

  it('are refused when they are none, and when a name is no tensor', () => {
    writeFileSync(there('none'), 'not an archive');
    expect(() => torch.loadArchive(there('none'))).toThrow(torch.TorchError);
    expect(() => torch.saveArchive({ a: 1 } as never, there('x'))).toThrow(/"a" is not a tensor/);
    expect(() => torch.saveArchive({}, join(folder, 'no', 'x'))).toThrow(/cannot write/);
  });
});
