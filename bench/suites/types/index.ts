/**
 * What the package's types cost the compiler of a project that uses it: `tsc --noEmit` over a small program that imports the package,
 * beside one that imports nothing but Node's types. Each is a process of its own, in a folder that has the package as npm would put
 * it there. `skipLibCheck` leaves declarations of packages unchecked, as `tsc --init` sets it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rounds } from '../../harness/extent';
import { quantile } from '../../harness/pair';
import type { Figure, OwnSuite } from '../../harness/types';

const root = path.resolve(__dirname, '../../..');
const ROUNDS = rounds(5);

const NOTHING = "import { cpus } from 'node:os';\nexport const threads: number = cpus().length;\n";

const TRAINING = `
import * as torch from 'libtorch-node';
import { data, nn, optim, training, type Tensor } from 'libtorch-node';

class Net extends nn.Module {
  readonly hidden = new nn.Linear(4, 16);
  readonly output = new nn.Linear(16, 2);
  override forward(x: Tensor): Tensor {
    return this.output.forward(this.hidden.forward(x).relu());
  }
}

const model = new Net();
const dataset = new data.TensorDataset(torch.randn([64, 4]), torch.randint(0, 2, [64]));
const trainer = new training.Trainer({
  model,
  loss: new nn.CrossEntropyLoss(),
  optimizer: new optim.Adam(model.parameters(), { lr: 0.01 }),
  metrics: { accuracy: new training.Accuracy() },
  maxEpochs: 2,
});
const history = await trainer.fit(new data.DataLoader(dataset, { batchSize: 16, shuffle: true }));
export const last: number | undefined = history.losses.at(-1);
`;

const PARTS = ['serving', 'vision', 'language'].map(
  (part) => `import * as ${part} from 'libtorch-node/${part}';\nexport const of${part} = Object.keys(${part});\n`,
);

const PROGRAMS = { nothing: NOTHING, training: TRAINING, parts: TRAINING + PARTS.join('') } as const;
type Program = keyof typeof PROGRAMS;

const OPTIONS = {
  ...{ strict: true, noEmit: true, module: 'nodenext', target: 'es2023', types: ['node'] },
  lib: ['es2023', 'esnext.disposable'],
};

/** What one run of the compiler needed. */
interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
  readonly types: number;
}

function makeProject(folder: string): void {
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, 'libtorch-node'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(modules, 'libtorch-node/package.json'));
  cpSync(path.join(root, 'dist'), path.join(modules, 'libtorch-node/dist'), { recursive: true });
  mkdirSync(path.join(modules, '@types'));
  for (const name of ['@types/node', 'undici-types']) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name), 'junction');
  }
  writeFileSync(path.join(folder, 'package.json'), '{"private": true, "type": "module"}');
  for (const [name, text] of Object.entries(PROGRAMS)) writeFileSync(path.join(folder, `${name}.ts`), text);
}

function compile(folder: string, program: Program, skipLibCheck: boolean): Cost {
  const config = path.join(folder, `tsconfig.${program}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...OPTIONS, skipLibCheck }, files: [`${program}.ts`] }));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', config, '--extendedDiagnostics'], {
    ...{ cwd: folder, encoding: 'utf8' },
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${program}: ${stdout.slice(0, 2000)}`);
  const figure = (name: string): number => Number(new RegExp(`^${name}: +(\\d+)`, 'm').exec(stdout)?.[1]);
  return { seconds, megabytes: figure('Memory used') / 1e3, types: figure('Types') };
}

/** A program's costs over those of nothing: medians of rounds in which both take turns. */
function figuresOf(folder: string, program: Exclude<Program, 'nothing'>, skipLibCheck: boolean): Figure[] {
  const measured = Array.from({ length: ROUNDS }, () => ({
    nothing: compile(folder, 'nothing', skipLibCheck),
    own: compile(folder, program, skipLibCheck),
  }));
  const median = (of: (round: (typeof measured)[number]) => number): number => quantile(measured.map(of), 0.5);
  const name = `${program}, skipLibCheck ${skipLibCheck}`;
  return [
    { name: `${name}: nothing`, value: median(({ nothing }) => nothing.seconds), unit: 's' },
    {
      ...{ name: `${name}: over nothing`, value: median(({ own, nothing }) => own.seconds - nothing.seconds) },
      ...{ unit: 's', ...(program === 'training' && skipLibCheck ? { atMost: 2 } : {}) },
    },
    {
      ...{ name: `${name}: memory over nothing`, unit: 'MB' },
      value: median(({ own, nothing }) => own.megabytes - nothing.megabytes),
    },
    { name: `${name}: types`, value: median(({ own }) => own.types), unit: '' },
  ];
}

/** Compiles the types of a user's small programs. */
export const suite: OwnSuite = {
  title: 'Types in the compiler of a program that uses the package',
  measure: async (): Promise<readonly Figure[]> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-types-'));
    try {
      makeProject(folder);
      return [true, false].flatMap((skip) =>
        (['training', 'parts'] as const).flatMap((program) => figuresOf(folder, program, skip)),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
