/**
 * Runs every example of the documentation: `@example` in lib/, and ```ts blocks of README.md and docs/. Where an expression
 * is followed by a value in a comment, that value has to come out.
 */
import { readFileSync, readdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../lib/index';
import * as serving from '../../lib/serving/index';
import * as language from '../../lib/language/index';
import * as vision from '../../lib/vision/index';
import { linear, writeProgram } from '../support/programs';
import { runPython } from '../support/python';
import { type Example, asProgram, check, compile, fromComments, fromMarkdown } from './example';

const root = path.join(__dirname, '../..');

/** Examples that need what a test has not: the text that gives them away, and what that is. */
const NEEDS: readonly (readonly [text: RegExp, need: string])[] = [
  [/libmine/, 'a library of custom operators'],
  [/'cuda'/, 'a GPU'],
  [/torch\.hub\.(downloadUrlToFile|loadStateDictFromUrl)\(|\.pretrained\(/, 'the network'],
  [/\blisten\(3000|inWorkers\(|app\.register\(|ExampleQueue<|predictor\.(swap|install)\(/, 'a server around it'],
  [/initProcessGroup\(|\b(isend|P2POp)\b|dist\.(send|recv)\(/, 'other ranks'],
  [/import\.meta|new Worker\(|worker\.postMessage/, 'a second module'],
  [
    /'a\.txt'|'deu\.txt'|'animals'|'cifar'|'aclImdb'|'mnist'|'train-labels|'reviews\.(arrow|parquet)'|'data\.npz'\)|readFileSync/,
    'files of the reader',
  ],
  [/spamAssassin\(\)/, 'a package of the examples'],
  [/fromPretrained\('\.\/|generateStream\(batch|getPeftModel\(model/, 'a model of the reader'],
  [/locateLibtorch\(/, 'a function that is not public'],
  [/detectAnomaly/, 'to fail: it shows an error'],
  [/\b(mails|images|mask|warmup|validationLoss|trainLoader)\b|model, loss,|(trainer)\.fit/, 'the program around it'],
];

/** Pages whose blocks continue each other. */
const ONE_PROGRAM: ReadonlySet<string> = new Set(['docs/tutorial.md', 'docs/torchscript.md']);

const runs = ({ code }: Example): boolean => !NEEDS.some(([text]) => text.test(code) && !declares(code, text));

/** Whether an example makes for itself all that its text seems to need. */
function declares(code: string, text: RegExp): boolean {
  const found = [...code.matchAll(new RegExp(text, 'g'))];
  return found.every(([, ...names]) => {
    const name = names.find((one) => one !== undefined);
    return name !== undefined && new RegExp(`(const|let) (\\[.*)?${name}\\b`).test(code);
  });
}

type Body = (...args: unknown[]) => Promise<void>;
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...args: string[]) => Body;

const { nn, optim, data, text, training, datasets, distributed } = torch;

/** What examples may take for granted: the namespaces, and one small training set-up, made anew for each. */
function surroundings(): Record<string, unknown> {
  const model = new nn.Linear(4, 2);
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  const [x, y] = [torch.randn([8, 4]), torch.randint(0, 2, [8])];
  const dataset = new data.TensorDataset(x, y);
  const loader = new data.DataLoader(dataset, { batchSize: 4 });
  const criterion = new nn.CrossEntropyLoss();
  const namespaces = { torch, nn, optim, data, text, training, datasets, distributed };
  const embedding = new nn.Embedding(10, 4, { sparse: true });
  const pieces = {
    a: torch.randn([2, 3, 4]),
    b: torch.randn([2, 4, 5]),
    weight: new nn.Parameter(torch.randn([4, 4])),
  };
  const stateDict = model.stateDict();
  return {
    ...namespaces,
    ...serving,
    vision,
    language,
    models: vision.models,
    gru: new nn.GRU(2, 8),
    ...pieces,
    RNNModel,
    stateDict,
    ddp: new nn.parallel.DistributedDataParallel(model),
    model,
    student: model,
    optimizer,
    x,
    y,
    dataset,
    loader,
    criterion,
    embedding,
  };
}

const silent = {
  ...console,
  log: () => undefined,
  error: () => undefined,
  table: () => undefined,
  warn: () => undefined,
};

/** The package by its entry points. */
const PACKAGE: Readonly<Record<string, unknown>> = {
  'libtorch-node': torch,
  'libtorch-node/serving': serving,
  'libtorch-node/vision': vision,
  'libtorch-node/language': language,
};

function requireExample(name: string): unknown {
  return PACKAGE[name] ?? (jest.requireActual(name) as unknown);
}

/** A class of the reader's. */
class RNNModel extends nn.RNN {
  constructor(
    inputSize: number,
    hiddenSize: number,
    readonly classes: number,
  ) {
    super(inputSize, hiddenSize);
  }
}

/** A whole model, as Python pickles it. */
let pickled: Uint8Array;
beforeAll(async () => {
  const script = [
    'import io, __main__',
    'class RNNModel(torch.nn.Linear): pass',
    "RNNModel.__module__ = '__main__'",
    '__main__.RNNModel = RNNModel',
    'file = io.BytesIO()',
    'torch.save(RNNModel(4, 2), file)',
    'output = list(file.getvalue())',
  ];
  pickled = Uint8Array.from((await runPython(script.join('\n'), {})) as number[]);
});

// A group of one rank, for examples of several.
beforeAll(() => distributed.initProcessGroup('gloo', { store: new distributed.HashStore(), rank: 0, worldSize: 1 }));
afterAll(() => distributed.destroyProcessGroup());

/** Files that examples read. */
function writeFiles(folder: string, { model, optimizer, x }: Record<string, unknown>): void {
  const at = (name: string): string => path.join(folder, name);
  const [net, sgd] = [model as torch.nn.Linear, optimizer as torch.optim.SGD];
  torch.save(net.stateDict(), at('model.pt'));
  torch.save({ model: net.stateDict(), optimizer: sgd.stateDict(), rng: torch.getRngState() }, at('checkpoint.pt'));
  writeFileSync(at('whole-model.pkl'), pickled);
  writeFileSync(at('mails.csv'), 'text,spam\n"Win money, now",1\nLunch?,yes\n');
  writeFileSync(at('mails.jsonl'), '{"text":"Win money now","spam":true}\n');
  writeProgram(at('model.pt2'), linear(x as torch.Tensor, net));
  datasets.saveNpy(at('features.npy'), torch.ones([2, 3]));
}

/** Runs in a folder of its own, so that files it writes meet nobody. */
async function run(code: string): Promise<void> {
  const provided = surroundings();
  const names = Object.keys(provided);
  const former = process.cwd();
  const folder = mkdtempSync(path.join(tmpdir(), 'libtorch-node-example-'));
  writeFiles(folder, provided);
  process.chdir(folder);
  try {
    const body = new AsyncFunction('require', 'exports', 'console', '__check', ...names, `{${compile(code)}\n}`);
    await body(requireExample, {}, silent, check, ...names.map((name) => provided[name]));
  } finally {
    process.chdir(former);
  }
}

function sources(): string[] {
  const lib = readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' });
  const docs = readdirSync(path.join(root, 'docs'), { encoding: 'utf8' });
  return [
    ...lib.filter((file) => file.endsWith('.ts') && !file.startsWith('ops/generated/')).map((file) => `lib/${file}`),
    ...docs.filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`),
    'README.md',
  ].sort();
}

function examplesOf(file: string): Example[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  if (!file.endsWith('.md')) return fromComments(text);
  return ONE_PROGRAM.has(file) ? [asProgram(fromMarkdown(text))] : fromMarkdown(text);
}

const files = sources().flatMap((file) => {
  const examples = examplesOf(file);
  return examples.length ? [{ file, examples }] : [];
});

test('few examples need what a test has not', () => {
  const all = files.flatMap(({ examples }) => examples);
  const left = all.filter((example) => !runs(example));
  expect(all.length).toBeGreaterThan(200);
  expect(left.length).toBeLessThan(all.length / 8);
});

test('no block of the pages is left out', () => {
  const pages = sources().filter((file) => file.endsWith('.md'));
  const fences = pages.flatMap(
    (file) => readFileSync(path.join(root, file), 'utf8').match(/^```(?:ts|js|typescript)\b.*$/gm) ?? [],
  );
  expect(new Set(fences)).toEqual(new Set(['```ts', '```js']));
});

test('there are examples', () => {
  expect(files.length).toBeGreaterThan(20);
});

test.each(files)('$file', async ({ examples }) => {
  const failures: string[] = [];
  for (const { line, code } of examples.filter(runs)) {
    try {
      await run(code);
    } catch (error) {
      failures.push(`line ${line}: ${String(error)}\n${code}`);
    }
  }
  expect(failures).toEqual([]);
});
