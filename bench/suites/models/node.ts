import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from 'libtorch-node';
import { pythonPath } from '../../harness/pair';
import type { Implementation } from '../../harness/types';

const folder = path.join(tmpdir(), 'libtorch-node-bench-models');

/** Python makes the files, whoever comes first. */
function make(): void {
  execFileSync(pythonPath(), [path.join(__dirname, 'make.py'), folder], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function load(name: string): readonly [module: torch.nn.Module, args: readonly unknown[]] {
  torch.setNumThreads(1);
  make();
  const program = torch.export.load(path.join(folder, `${name}.pt2`));
  return [program.module(), program.exampleInputs?.[0] ?? []];
}

function timed(body: () => void, count: number): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) body();
  return Number(process.hrtime.bigint() - start) / count / 1e3;
}

const call = (name: string, count: number) => (): (() => number) => {
  const [module, args] = load(name);
  const forward = module.forward as (...inputs: readonly unknown[]) => unknown;
  return () => torch.noGrad(() => timed(() => torch.scope(() => void forward.apply(module, [...args])), count));
};

const step = (name: string, count: number) => (): (() => number) => {
  const [module, args] = load(name);
  const forward = module.forward as (...inputs: readonly unknown[]) => unknown;
  const optimizer = new torch.optim.SGD(module.parameters(), { lr: 1e-6 });
  const one = (): void => {
    optimizer.zeroGrad();
    (forward.apply(module, [...args]) as torch.Tensor).square().mean().backward();
    optimizer.step();
  };
  return () => timed(() => torch.scope(one), count);
};

function loading(): () => number {
  make();
  return () => torch.scope(() => timed(() => void torch.export.load(path.join(folder, 'large.pt2')), 1) / 1e3);
}

export const cases: Implementation = {
  'call of an MLP': call('mlp', 100),
  'call of a transformer': call('transformer', 20),
  'call of a CNN': call('cnn', 20),
  'training step of an MLP': step('mlp', 50),
  'training step of a transformer': step('transformer', 10),
  'load of 500 MB': loading,
};
