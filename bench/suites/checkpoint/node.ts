import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from 'libtorch-node';
import type { Implementation } from '../../harness/types';

const folder = tmpdir();
/** Both sides load this file; whoever comes first writes it. It stays for the next run. */
const input = path.join(folder, 'libtorch-node-bench-1g.pt');
const output = path.join(folder, 'libtorch-node-bench-node.pt');

function prepare(): void {
  if (existsSync(input)) return;
  const state = Object.fromEntries(
    Array.from({ length: 64 }, (_, i) => [`layer${i}.weight`, torch.rand([1024, 4096])]),
  );
  torch.save(state, `${input}.node`);
  renameSync(`${input}.node`, input);
}

function milliseconds(body: () => void): number {
  const start = process.hrtime.bigint();
  body();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const loading = (options: torch.LoadOptions) => (): (() => number) => {
  prepare();
  return () => torch.scope(() => milliseconds(() => torch.load(input, options)));
};

const safetensors = path.join(folder, 'libtorch-node-bench-500m.safetensors');

const loadingSafetensors = (use: (tensor: torch.Tensor) => unknown) => (): (() => number) => {
  if (!existsSync(safetensors)) {
    const state = Array.from({ length: 32 }, (_, i) => [`layer${i}.weight`, torch.rand([1024, 4096])] as const);
    torch.saveSafetensors(Object.fromEntries(state), safetensors);
  }
  const load = (): void => Object.values(torch.loadSafetensors(safetensors)).forEach(use);
  return () => torch.scope(() => milliseconds(load));
};

function saving(): () => number {
  prepare();
  const state = torch.load(input);
  return () => {
    rmSync(output, { force: true });
    const time = milliseconds(() => torch.save(state, output));
    rmSync(output);
    return time;
  };
}

const dcp = torch.distributed.checkpoint;
/** Python reads the same folder. */
const distributed = path.join(folder, 'libtorch-node-bench-200m');
const own = path.join(folder, 'libtorch-node-bench-200m-node');

const parts = (): Record<string, torch.Tensor> =>
  Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`layer${i}.weight`, torch.rand([1024, 1024])]));

function savingDistributed(): () => number {
  const state = parts();
  return () => {
    rmSync(own, { recursive: true, force: true });
    const time = milliseconds(() => dcp.save(state, { checkpointId: own, noDist: true }));
    rmSync(own, { recursive: true });
    return time;
  };
}

function loadingDistributed(): () => number {
  const state = parts();
  if (!existsSync(path.join(distributed, '.metadata'))) dcp.save(state, { checkpointId: distributed, noDist: true });
  return () => milliseconds(() => dcp.load(state, { checkpointId: distributed, noDist: true }));
}

/** Runs `body` in a process of its own, on the built package, and gives that process's peak memory. */
const peak = (body: string) => (): (() => number) => {
  prepare();
  const script = `const torch = require(${JSON.stringify(path.resolve(__dirname, '../../../dist/index.js'))});
    const [input, output] = ${JSON.stringify([input, output])};
    ${body};
    // Not resourceUsage().maxRSS, which begins with what the parent had.
    console.log(/VmHWM:\\s+(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status', 'latin1'))[1] / 1024);`;
  return () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return Number(stdout);
  };
};

export const cases: Implementation = {
  'load, 1 GB': loading({}),
  'mapped load, 1 GB': loading({ mmap: true }),
  'safetensors as they are loaded by default, 500 MB': loadingSafetensors(() => undefined),
  'safetensors, and each element read once, 500 MB': loadingSafetensors((tensor) => tensor.sum().item()),
  'save, 1 GB, synced only here': saving,
  'save, 1 GB, synced on both sides': saving,
  'distributed save, 200 MB, synced on both sides': savingDistributed,
  'distributed load, 200 MB': loadingDistributed,
  'peak memory of load': peak('const state = torch.load(input)'),
  'peak memory of mapped load': peak('const state = torch.load(input, { mmap: true })'),
  'peak memory of load and save': peak('torch.save(torch.load(input), output); require("node:fs").rmSync(output)'),
};
