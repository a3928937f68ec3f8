/** The files of the project that `libtorch-node init` writes. */

const TYPESCRIPT = '6.0.3';
const NODE_TYPES = '20.19.0';

const MODEL = `import { nn, type Tensor } from 'libtorch-node';

/** Reads sequences step by step, and decides by the last step. */
export class RNNModel extends nn.Module {
  readonly rnn: nn.RNN;
  readonly fc: nn.Linear;

  constructor(inputSize: number, hiddenSize: number, outputSize: number) {
    super();
    this.rnn = new nn.RNN(inputSize, hiddenSize, { batchFirst: true });
    this.fc = new nn.Linear(hiddenSize, outputSize);
  }

  override forward(x: Tensor): Tensor {
    const [out] = this.rnn.forward(x);
    return nn.functional.logSoftmax(this.fc.forward(out.index(':', -1, ':')), 1);
  }
}
`;

const DATA = `import * as torch from 'libtorch-node';
import { data } from 'libtorch-node';

/** Sequences of noise; whether their last step is above or below zero on average is to be learned. Put your own here. */
export function samples(count: number): data.TensorDataset {
  const inputs = torch.randn([count, 20, 16]);
  const labels = inputs.index(':', -1, ':').mean(1).gt(0).to(torch.int64);
  return new data.TensorDataset(inputs, labels);
}
`;

const TRAIN = `import * as torch from 'libtorch-node';
import { data, nn, optim, training } from 'libtorch-node';
import { samples } from './data.js';
import { RNNModel } from './model.js';

const config = { lr: 0.003, hidden: 64, batchSize: 64 };

async function main(): Promise<void> {
  torch.manualSeed(0);
  const model = new RNNModel(16, config.hidden, 2);
  const name = new Date().toISOString().slice(5, 19).replace(/\\D/g, '-');
  const directory = new training.RunDirectory(\`runs/\${name}\`, { config });
  const trainer = new training.Trainer({
    model,
    loss: new nn.NLLLoss(),
    optimizer: new optim.Adam(model.parameters(), { lr: config.lr }),
    metrics: { accuracy: new training.Accuracy(), confusion: new training.ConfusionMatrix(2) },
    maxEpochs: 5,
    callbacks: [new training.ProgressBar(), ...directory.callbacks],
  });
  const history = await trainer.fit(new data.DataLoader(samples(2048), { batchSize: config.batchSize, shuffle: true }), {
    validation: new data.DataLoader(samples(512), { batchSize: 256 }),
  });
  const last = history.epochs.at(-1)?.validation;
  console.log(\`held out: loss \${last?.loss.toFixed(4)}, accuracy \${last?.metrics['accuracy']?.toFixed(3)}\`);
  console.log('npm run board shows the run');
}

void main();
`;

const TEST = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as torch from 'libtorch-node';
import { nn, optim } from 'libtorch-node';
import { samples } from './data.js';
import { RNNModel } from './model.js';

test('a batch gives a logarithm of probabilities for each sample', () => {
  const out = new RNNModel(16, 8, 2).forward(torch.randn([3, 20, 16]));
  assert.deepEqual([...out.shape], [3, 2]);
  for (const sum of out.exp().sum(1).tolist<number[]>()) assert.ok(Math.abs(sum - 1) < 1e-5);
});

test('a step makes the loss of its own batch smaller', () => {
  torch.manualSeed(0);
  const model = new RNNModel(16, 8, 2);
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  const [x, y] = samples(64).tensors;
  assert.ok(x && y);
  const loss = (): torch.Tensor => nn.functional.nllLoss(model.forward(x), y);
  const before = loss();
  before.backward();
  optimizer.step();
  assert.ok(loss().item<number>() < before.item<number>());
});
`;

const README = `# NAME

\`\`\`
npm install
npm start            # trains, and writes runs/
npm test
npm run board        # shows the runs in the browser
\`\`\`

Where libtorch is missing, \`npx libtorch-node install\` gets it, and \`npx libtorch-node doctor\` says what is wrong.
`;

/** Texts by their names. @internal */
export function starterFiles(name: string, version: string): Readonly<Record<string, string>> {
  const manifest = {
    ...{ name, version: '0.1.0', private: true, type: 'commonjs' },
    scripts: {
      build: 'tsc',
      start: 'tsc && node dist/train.js',
      test: 'tsc && node --test dist/',
      board: 'libtorch-node board',
    },
    dependencies: { 'libtorch-node': `^${version}` },
    devDependencies: { '@types/node': NODE_TYPES, typescript: TYPESCRIPT },
  };
  const compiler = {
    compilerOptions: {
      ...{ target: 'ES2023', module: 'node20', outDir: 'dist', rootDir: 'src', types: ['node'], strict: true },
      ...{ noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noImplicitOverride: true },
      skipLibCheck: true,
    },
    include: ['src'],
  };
  return {
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'tsconfig.json': `${JSON.stringify(compiler, null, 2)}\n`,
    '.gitignore': 'node_modules/\ndist/\nruns/\n',
    'README.md': README.replace('NAME', name),
    'src/model.ts': MODEL,
    'src/data.ts': DATA,
    'src/train.ts': TRAIN,
    'src/model.test.ts': TEST,
  };
}
