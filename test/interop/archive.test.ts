import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libtorch } from '../../lib/native/binding';
import { native } from '../../lib/native/binding';
import * as torch from '../../lib/index';
import { valuesOf } from '../../lib/serialization/archive';
import { nn, optim } from '../../lib/index';
import { handleOf } from '../../lib/tensor/tensor';

let folder: string;
let uninterrupted: Readonly<Record<string, number[]>>;
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
/** The parameters that the C++ program printed, by optimizer. */
const figures = (output: string): Readonly<Record<string, number[]>> =>
  Object.fromEntries(
    output.split('\n').map((line) => {
      const [name, ...values] = line.split(' ');
      return [name, values.map(Number)];
    }),
  );
const floats = (tensor: torch.Tensor): number[] => [...new Float32Array(native.toBytes(handleOf(tensor)))];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ltn-archive-'));
  compile();
  uninterrupted = figures(run('write'));
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

  it('of a module go into one and come from one', () => {
    const model = new nn.Linear(3, 2);
    torch.saveArchive(model, there('linear'));
    const other = new nn.Linear(3, 2);
    expect(torch.loadArchive(there('linear'), other)).toBe(other);
    expect(floats(other.weight)).toEqual(floats(model.weight));
    expect(() => torch.loadArchive(there('linear'), {} as never)).toThrow(/expected a module or an optimizer/);
  });

  it('are refused if there are none, and if a name is not that of a tensor', () => {
    writeFileSync(there('none'), 'not an archive');
    expect(() => torch.loadArchive(there('none'))).toThrow(torch.TorchError);
    expect(() => torch.saveArchive({ a: 1 } as never, there('x'))).toThrow(/"a" is not a tensor/);
    expect(() => torch.saveArchive({}, join(folder, 'no', 'x'))).toThrow(/cannot write/);
  });
});

type Parameters = [torch.Tensor, torch.Tensor];

const optimizers: Readonly<Record<string, (parameters: Parameters) => optim.Optimizer>> = {
  Adam: (parameters) => new optim.Adam(parameters, { amsgrad: true }),
  AdamW: (parameters) => new optim.AdamW(parameters),
  SGD: (parameters) => new optim.SGD(parameters),
  Adagrad: (parameters) => new optim.Adagrad(parameters),
  RMSprop: (parameters) => new optim.RMSprop(parameters),
  LBFGS: (parameters) => new optim.LBFGS(parameters),
};

/** The step of archive.cc. */
function step(optimizer: optim.Optimizer, [a, b]: Parameters): void {
  optimizer.step(() => {
    optimizer.zeroGrad();
    const loss = a.pow(4).sum().add(b.sub(0.25).pow(2).sum());
    loss.backward();
    return loss;
  });
}

function savedParameters(name: string): Parameters {
  const [a, b] = Object.values(torch.loadArchive(there(`${name}-parameters.archive`)));
  return [a as torch.Tensor, b as torch.Tensor].map((tensor) => tensor.detach().clone().requiresGrad_()) as Parameters;
}

describe('archives of an optimizer of C++', () => {
  it('are there for every optimizer that C++ has', () => {
    expect(Object.keys(uninterrupted)).toEqual(Object.keys(optimizers));
  });

  it.each(Object.keys(optimizers))('%s: the training goes on here, and again in C++', (name) => {
    const parameters = savedParameters(name);
    const optimizer = torch.loadArchive(
      there(`${name}.archive`),
      (optimizers[name] as (parameters: Parameters) => optim.Optimizer)(parameters),
    );
    torch.saveArchive(optimizer, there(`${name}.back`));
    step(optimizer, parameters);
    const expected = uninterrupted[name] as number[];
    // The formulas of the two front ends are the same, the order of their operations is not.
    parameters.flatMap(floats).forEach((value, i) => expect(value).toBeCloseTo(expected[i] as number, 5));
  });

  it('have the layout of C++: the same names, and the same values under them', () => {
    for (const name of Object.keys(optimizers)) {
      const [theirs, ours] = [`${name}.archive`, `${name}.back`].map((file) => withoutAddresses(there(file)));
      expect(ours).toEqual(theirs);
    }
  });

  it('written here continue in C++ to the last bit', () => {
    expect(figures(run('read-optimizers'))).toEqual(uninterrupted);
  });

  it('are refused for what C++ has not, and for another optimizer', () => {
    const parameters = savedParameters('SGD');
    expect(() => torch.saveArchive(new optim.RAdam(parameters), there('x'))).toThrow(/C\+\+ has no RAdam, only Adam,/);
    expect(() => torch.saveArchive(new optim.Adam(parameters, { maximize: true }), there('x'))).toThrow(
      /C\+\+ has no option maximize/,
    );
    expect(() => torch.loadArchive(there('SGD.archive'), new optim.Adam(parameters))).toThrow(/it has no betas/);
    expect(() => torch.loadArchive(there('module.archive'), new optim.Adam(parameters))).toThrow(
      /not that of an optimizer/,
    );
    const [one] = parameters;
    expect(() => torch.loadArchive(there('SGD.archive'), new optim.SGD([one]))).toThrow(
      /2 parameters in a group, the optimizer 1/,
    );
  });
});

/** An archive's values by name, with the parameters' numbers in the place of their addresses. */
function withoutAddresses(path: string): Readonly<Record<string, unknown>> {
  const values = Object.fromEntries(valuesOf(path)) as Record<string, unknown>;
  const numbers = new Map(
    Object.entries(values).flatMap(([name, value]) => {
      const number = /params\/(\d+)$/.exec(name)?.[1];
      return number === undefined ? [] : [[value, number]];
    }),
  );
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value === 'object' && value !== null) {
      const tensor = value as torch.Tensor;
      return [tensor.dtype.name, tensor.shape, tensor.tolist()];
    }
    return numbers.get(value) ?? value;
  };
  const rows = Object.entries(values).map(([name, value]) => {
    const parts = name.split('.').map((part) => numbers.get(part) ?? part);
    return [parts.join('.'), plain(value)] as const;
  });
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)).filter(([name]) => !name.endsWith('.al')));
}
