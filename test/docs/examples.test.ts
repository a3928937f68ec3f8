/**
 * Runs every example of the documentation: `@example` in lib/, and ```ts blocks of README.md and docs/. Where an expression
 * is followed by a value in a comment, that value has to come out. consumer.test.ts compiles them.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../lib/index';
import * as serving from '../../lib/serving/index';
import * as language from '../../lib/language/index';
import * as vision from '../../lib/vision/index';
import { linear, writeProgram } from '../support/programs';
import { runPython } from '../support/python';
import { documented, sources } from './documented';
import { type Example, check, compile } from './example';
import { joinGroup } from './group';
import { namespaces, saveLanguageModel, surroundings } from './surroundings';

const root = path.join(__dirname, '../..');

/** Examples that need what a test has not: the text that gives them away, and what that is. */
const NEEDS: readonly (readonly [text: RegExp, need: string])[] = [
  [/libmine/, 'a library of custom operators'],
  [/aotiLoadPackage(Async)?\(/, 'a package that Python has compiled'],
  [/'cuda'/, 'a GPU'],
  [/torch\.hub\.(downloadUrlToFile|loadStateDictFromUrl)\(|\.pretrained\(/, 'the network'],
  [/\blisten\(3000|inWorkers\(|training\.online\(/, 'a server around it'],
  [/initProcessGroup\(|\b(isend|P2POp)\b|dist\.(send|recv)(ObjectList)?\(/, 'other ranks'],
  [/import\.meta|new Worker\(/, 'a second module'],
  [
    /'a\.txt'|'deu\.txt'|'animals'|'voc'|'cifar'|'aclImdb'|'mnist'|'train-labels|'reviews\.(arrow|parquet)'|'data\.npz'\)|'tokenizer\.json'/,
    'files of the reader',
  ],
  [/spamAssassin\(\)/, 'a package of the examples'],
  [/'\.\/(Qwen2\.5-0\.5B|bert)'/, 'a model of the reader'],
  [/detectAnomaly/, 'to fail: it shows an error'],
  // These models have 80 million weights or more.
  [
    /models\.(convnext(Base|Large)|regnet[XY](16|32)gf|resnext101|swin(V2)?B|vgg|vit|wideResnet101)\w*\(/,
    'seconds, and gigabytes of memory',
  ],
];

const runs = ({ code }: Example): boolean => !NEEDS.some(([text]) => text.test(code));

type Body = (...args: unknown[]) => Promise<void>;
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (...args: string[]) => Body;

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

joinGroup();

/** Files that examples read, by the names that they have there. */
const FILES: Readonly<Record<string, (file: string, made: ReturnType<typeof surroundings>) => unknown>> = {
  'model.pt': (file, { model }) => torch.save(model.stateDict(), file),
  'checkpoint.pt': (file, { model, optimizer }) =>
    torch.save({ model: model.stateDict(), optimizer: optimizer.stateDict(), rng: torch.getRngState() }, file),
  'whole-model.pkl': (file) => writeFileSync(file, pickled),
  'mails.csv': (file) => writeFileSync(file, 'text,spam\n"Win money, now",1\nLunch?,yes\n'),
  'mails.jsonl': (file) => writeFileSync(file, '{"text":"Win money now","spam":true}\n'),
  'model.pt2': (file, { x, model }) => writeProgram(file, linear(x, model)),
  'features.npy': (file) => torch.datasets.saveNpy(file, torch.ones([2, 3])),
  './model': saveLanguageModel,
};

/** Runs in a folder of its own, so that files it writes meet nobody. */
async function run(code: string): Promise<void> {
  const made = surroundings();
  const provided: Readonly<Record<string, unknown>> = { ...namespaces, ...made };
  const names = Object.keys(provided);
  const former = process.cwd();
  const folder = mkdtempSync(path.join(tmpdir(), 'libtorch-node-example-'));
  for (const [name, write] of Object.entries(FILES)) {
    if (code.includes(`'${name}'`)) await write(path.join(folder, name), made);
  }
  process.chdir(folder);
  try {
    const body = new AsyncFunction('require', 'exports', 'console', '__check', ...names, `{${compile(code)}\n}`);
    await body(requireExample, {}, silent, check, ...names.map((name) => provided[name]));
  } finally {
    process.chdir(former);
    rmSync(folder, { recursive: true, force: true });
  }
}

test('few examples need what a test has not', () => {
  const all = documented.flatMap(({ examples }) => examples);
  const left = all.filter((example) => !runs(example));
  expect(all.length).toBeGreaterThan(1200);
  expect(left.length).toBeLessThan(all.length / 12);
});

test('no block of the pages is left out', () => {
  const pages = sources().filter((file) => file.endsWith('.md'));
  const fences = pages.flatMap(
    (file) => readFileSync(path.join(root, file), 'utf8').match(/^```(?:ts|js|typescript)\b.*$/gm) ?? [],
  );
  expect(new Set(fences)).toEqual(new Set(['```ts', '```js']));
});

test.each(documented)('$file', async ({ examples }) => {
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
