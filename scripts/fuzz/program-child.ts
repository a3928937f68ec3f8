/**
 * Tries damaged programs until none is left or the process ends: FOLDER SEED FROM TO. Each file is FOLDER/tried.pt2 while it
 * is tried, and its number goes to standard output now and then with what came of the files.
 */
import { writeSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import { recordsOf } from '../../lib/export/archive/write';
import { native } from '../../lib/native/binding';
import { Random } from './random';

const [folder = '.', seed = '0', from = '0', to = '0'] = process.argv.slice(2);
const FILE = path.join(folder, 'tried.pt2');
const { Dim } = torch.export;
const { nn } = torch;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A program as the records of its file, and inputs that it takes. */
interface Base {
  readonly names: readonly string[];
  readonly contents: readonly Uint8Array[];
  readonly inputs: readonly torch.Tensor[];
}

class Recurrent extends nn.Module {
  readonly rnn = new nn.LSTM(4, 3, { batchFirst: true });
  override forward(x: torch.Tensor): torch.Tensor {
    const [y] = this.rnn.forward(x);
    return y.index(':', -1);
  }
}

class Looking extends nn.Module {
  readonly table = new nn.Embedding(9, 4);
  readonly attention = new nn.MultiheadAttention(4, 2, { batchFirst: true });
  override forward(x: torch.Tensor): torch.Tensor {
    const y = this.table.forward(x.remainder(9));
    return this.attention.forward(y, y, y)[0].reshape([x.shape[0] as number, -1]);
  }
}

/** Models of several kinds of operators: indices, states, windows, sizes. */
const MODELS: readonly (readonly [() => torch.nn.Module, () => torch.Tensor[]])[] = [
  [() => new nn.Sequential(new nn.Linear(4, 3), new nn.ReLU(), new nn.LayerNorm(3)), () => [torch.ones([3, 4])]],
  [() => new Recurrent(), () => [torch.ones([2, 5, 4])]],
  [() => new Looking(), () => [torch.arange(6).reshape([2, 3])]],
  [
    () => new nn.Sequential(new nn.Conv2d(2, 3, 3), new nn.BatchNorm2d(3), new nn.MaxPool2d(2), new nn.Flatten()),
    () => [torch.ones([2, 2, 6, 6])],
  ],
];

function baseOf([make, inputsOf]: (typeof MODELS)[number]): Base {
  const inputs = inputsOf();
  const program = torch.export.export(make(), inputs, { dynamicShapes: [{ 0: new Dim('batch') }] });
  const { names, contents } = recordsOf({ label: 'fuzz', file: FILE }, new Map([['model', program.parts]]), new Map());
  const bytes = contents.map((one) => (typeof one === 'number' ? new Uint8Array(native.toBytes(one)) : one));
  return { names, contents: bytes, inputs };
}

const NUMBERS = [0, 1, -1, 2, 7, 63, 255, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1e300, -0.5];
const TEXTS = [
  '',
  'x',
  'as_none',
  'as_int',
  'as_tensor',
  'as_tensors',
  'as_name',
  'torch.ops.aten.lstm.input',
  '__proto__',
];

/** Every place of a JSON value that has a container around it. */
function placesIn(value: Json, found: [holder: Json[] | Record<string, Json>, key: string | number][] = []) {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    found.push([value as Json[], key]);
    placesIn((value as Record<string | number, Json>)[key] as Json, found);
  }
  return found;
}

/** Changes one place: another value of its kind, one from elsewhere, a copy, or nothing. */
function changeJson(root: Json, random: Random, targets: readonly string[]): void {
  const places = placesIn(root);
  if (places.length === 0) return;
  const [holder, key] = random.pick(places) as [Record<string | number, Json>, string | number];
  const old = holder[key] as Json;
  const choice = random.below(8);
  if (choice < 3 && typeof old === 'number')
    holder[key] = random.chance(0.5) ? old + random.pick([-1, 1]) : random.pick(NUMBERS);
  else if (choice < 3 && typeof old === 'string') {
    const isTarget = old.startsWith('torch.ops.') || old.startsWith('_operator.');
    const [other, at] = random.pick(places) as [Record<string | number, Json>, string | number];
    holder[key] = isTarget
      ? random.pick(targets)
      : typeof other[at] === 'string'
        ? (other[at] as string)
        : random.pick(TEXTS);
  } else if (choice === 3) holder[key] = random.chance(0.5) ? random.pick(NUMBERS) : random.pick(TEXTS);
  else if (choice === 4 && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (choice === 5 && Array.isArray(holder))
    holder.splice(random.below(holder.length + 1), 0, structuredClone(old));
  else if (choice === 6 && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else {
    const [other, at] = random.pick(places) as [Record<string | number, Json>, string | number];
    holder[key] = structuredClone(other[at] as Json);
  }
}

function changeBytes(given: Uint8Array, random: Random): Uint8Array {
  const bytes = Uint8Array.from(given);
  for (let left = 1 + random.below(4); left > 0 && bytes.length > 0; left--)
    bytes[random.below(bytes.length)] = random.below(256);
  return random.chance(0.2) ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes;
}

function write(base: Base, random: Random, targets: readonly string[]): void {
  const contents = base.names.map((name, i) => {
    const content = base.contents[i] as Uint8Array;
    const isProgram = name.startsWith('models/');
    if (!random.chance(isProgram ? 0.9 : 0.1)) return content;
    if (!name.endsWith('.json') || random.chance(0.1)) return changeBytes(content, random);
    const root = JSON.parse(Buffer.from(content).toString()) as Json;
    for (let left = 1 + random.below(3); left > 0; left--) changeJson(root, random, targets);
    return Buffer.from(JSON.stringify(root));
  });
  native.zipWrite(FILE, [...base.names], contents);
}

/** What came of loading the file, calling its module, and taking gradients. */
function use(base: Base, random: Random): string {
  try {
    const program = torch.export.load(FILE, { mmap: random.chance(0.5) });
    if (random.chance(0.2)) String(program);
    const output = program.module().forward(...base.inputs);
    const tensors = [output].flat(3).filter((one) => one instanceof torch.Tensor);
    for (const tensor of tensors) {
      if (tensor.numel() < 10_000) tensor.tolist();
      if (tensor.requiresGrad && tensor.dtype.isFloatingPoint) tensor.sum().backward();
    }
    return 'ran';
  } catch (error) {
    if (!(error instanceof Error)) return 'threw what is no error';
    const code = (error as { code?: unknown }).code;
    if (typeof code === 'string' && code.startsWith('ERR_TORCH')) return 'refused';
    // An error of JavaScript itself, such as a read of undefined, is a fault of the reader.
    if (error.constructor.name === 'TypeError' && /undefined|null|is not a function|not iterable/.test(error.message)) {
      writeSync(2, `${error.stack}\n`);
      return 'fault';
    }
    return `refused as ${error.constructor.name}`;
  }
}

const bases = MODELS.map(baseOf);
const targets = [
  'sin',
  'lstm',
  'gather',
  'embedding',
  'as_strided',
  'index',
  'view',
  'conv2d',
  'max_pool2d',
  'addmm',
  'cat',
]
  .flatMap((name) => ['default', 'input', 'Tensor'].map((overload) => `torch.ops.aten.${name}.${overload}`))
  .concat(['_operator.add', '_operator.floordiv', 'torch.ops.higher_order.cond', 'torch.ops.aten.sym_size.int']);

const said: Record<string, number> = {};
for (let number = Number(from); number < Number(to); number++) {
  const random = new Random(Number(seed), number);
  const base = bases[random.below(bases.length)] as Base;
  torch.scope(() => {
    write(base, random, targets);
    writeSync(1, `${JSON.stringify({ count: number - Number(from), said })}\n`);
    const what = use(base, random);
    said[what] = (said[what] ?? 0) + 1;
    if (what === 'fault') process.exit(3);
  });
}
writeSync(1, `${JSON.stringify({ count: Number(to) - Number(from), said })}\n`);
