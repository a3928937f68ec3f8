/** Runs programs in processes of their own, as users of the package do, against `dist`. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.join(__dirname, '../..');

/** A program that can `require('libtorch-node')`. Its environment is clean of this project's variables. */
export function runProgram(source: string, env: Readonly<Record<string, string>> = {}): string {
  const name = JSON.stringify(path.join(root, 'dist/index.js'));
  const program = source.replaceAll("require('libtorch-node')", `require(${name})`);
  return runNode(['-e', program], env);
}

/** What Node printed; throws what it said if it failed. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = root): string {
  const clean = Object.entries(process.env).filter(([key]) => !key.startsWith('LIBTORCH') || key.endsWith('_CACHE'));
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...Object.fromEntries(clean), ...env },
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`node ended with ${status}:\n${stderr}`);
  return stdout;
}

/** Trains a linear model; prints what it ran on and whether the loss fell, as JSON. */
export const TRAINING = `
const torch = require('libtorch-node');
torch.manualSeed(0);
const x = torch.randn([32, 8]);
const y = x.sum(1, true);
const model = new torch.nn.Linear(8, 1);
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.05 });
const losses = [];
for (let step = 0; step < 50; step++) {
  optimizer.zeroGrad();
  const loss = torch.nn.functional.mseLoss(model.forward(x), y);
  loss.backward();
  optimizer.step();
  losses.push(loss.item());
}
console.log(JSON.stringify({
  version: torch.version.torch, cuda: torch.version.cuda, built: torch.backends.cuda.isBuilt(),
  available: torch.cuda.isAvailable(), count: torch.cuda.deviceCount(), fell: losses.at(-1) < 0.2 * losses[0],
}));
`;
