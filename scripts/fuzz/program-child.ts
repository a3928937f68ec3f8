/** Tries damaged programs of torch.export; see tries.ts. */
import * as torch from '../../lib/index';
import type { ProgramParts } from '../../lib/export/program-parts';
import type { Argument } from '../../lib/export/schema/graph';
import { call, graphOf, programOf, tensor } from '../../test/support/programs';
import { recordsOf } from '../../lib/export/archive/write';
import { native } from '../../lib/native/binding';
import type { Random } from './random';
import { changeBytes, look, TRIED as FILE, tryAll } from './tries';

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

/** Two ways, one of which is taken. */
class Choosing extends nn.Module {
  readonly linear = new nn.Linear(4, 4);
  override forward(x: torch.Tensor): torch.Tensor {
    return torch.cond(
      x.sum().gt(0),
      (a: torch.Tensor) => this.linear.forward(a),
      (a: torch.Tensor) => a.mul(2).sin(),
      [x],
    );
  }
}

/** Models of several kinds of operators: indices, states, windows, sizes, branches. */
const MODELS: readonly (readonly [() => torch.nn.Module, () => torch.Tensor[]])[] = [
  [() => new nn.Sequential(new nn.Linear(4, 3), new nn.ReLU(), new nn.LayerNorm(3)), () => [torch.ones([3, 4])]],
  [() => new Recurrent(), () => [torch.ones([2, 5, 4])]],
  [() => new Looking(), () => [torch.arange(6).reshape([2, 3])]],
  [
    () => new nn.Sequential(new nn.Conv2d(2, 3, 3), new nn.BatchNorm2d(3), new nn.MaxPool2d(2), new nn.Flatten()),
    () => [torch.ones([2, 2, 6, 6])],
  ],
  [() => new Choosing(), () => [torch.ones([3, 4])]],
];

const graph = (...given: Parameters<typeof graphOf>): Argument => ({
  type: 'as_graph',
  value: { name: 'inner', graph: graphOf(...given) },
});
const tensors = (...names: string[]): Argument => ({ type: 'as_tensors', value: names.map((name) => ({ name })) });
const bool = (value: boolean): Argument => ({ type: 'as_bool', value });

/** Steps along a tensor, and regions of another mode. A loop whose condition is changed has no end, so none is here. */
function regions(x: torch.Tensor): ProgramParts {
  const of = (name: string, self: string, other: string, out: string) =>
    call(`torch.ops.aten.${name}.Tensor`, { self: tensor(self), other: tensor(other) }, [tensor(out)]);
  const step = graph([of('add', 'c', 's', 'd'), of('mul', 'c', 's', 'e')], ['c', 's'], [tensor('d'), tensor('e')]);
  const each = graph([of('mul', 'r', 'w', 't')], ['r', 'w'], [tensor('t')]);
  const product = call('torch.ops.aten.linear.default', { input: tensor('i'), weight: tensor('w') }, [tensor('o')]);
  const inner = graph([product], ['i', 'w'], [tensor('o')]);
  const name = (region: string): string => `torch.ops.higher_order.${region}`;
  const operands = { x: tensor('x'), w: tensor('p_weight') };
  const mode = { a: { type: 'as_string', value: 'cpu' }, b: { type: 'as_scalar_type', value: 13 } } as const;
  const [first, weight] = [torch.zeros([4]), torch.ones([4, 4])];
  const nodes = [
    call(name('scan'), { a: step, b: tensors('p_first'), c: tensors('x'), d: tensors() }, [tensor('l'), tensor('m')]),
    call(name('map_impl'), { a: each, b: tensors('m'), c: tensors('p_weight') }, [tensor('n')]),
    call(name('wrap_with_autocast'), { ...mode, c: bool(true), d: bool(true), e: inner, ...operands }, [tensor('p')]),
    call(name('wrap_with_set_grad_enabled'), { a: bool(false), b: inner, ...operands }, [tensor('q')]),
    of('add', 'p', 'q', 'r'),
    of('add', 'r', 'l', 's'),
    call('torch.ops.aten.sum.dim_IntList', { self: tensor('n'), dim: { type: 'as_ints', value: [1] } }, [tensor('t')]),
    of('mul', 's', 't', 'u'),
  ];
  return programOf(nodes, tensor('u'), x, { first, weight });
}

function baseOf([make, inputsOf]: (typeof MODELS)[number]): Base {
  const inputs = inputsOf();
  return recorded(torch.export.export(make(), inputs, { dynamicShapes: [{ 0: new Dim('batch') }] }).parts, inputs);
}

function recorded(parts: ProgramParts, inputs: readonly torch.Tensor[]): Base {
  const { names, contents } = recordsOf({ label: 'fuzz', file: FILE }, new Map([['model', parts]]), new Map());
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

/** Loads the file, calls its module, and takes gradients. */
function use(base: Base, random: Random): void {
  const program = torch.export.load(FILE, { mmap: random.chance(0.5) });
  if (random.chance(0.2)) String(program);
  look(program.module().forward(...base.inputs));
}

const bases = [...MODELS.map(baseOf), recorded(regions(torch.ones([3, 4])), [torch.ones([3, 4])])];
// What is to be damaged must run.
for (const base of bases) {
  native.zipWrite(FILE, [...base.names], [...base.contents]);
  torch.export
    .load(FILE)
    .module()
    .forward(...base.inputs);
}
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
  .concat(['_operator.add', '_operator.floordiv', 'torch.ops.aten.sym_size.int'])
  .concat(['cond', 'scan', 'map_impl', 'wrap', 'wrap_with_autocast'].map((name) => `torch.ops.higher_order.${name}`));

tryAll((random) => {
  const base = bases[random.below(bases.length)] as Base;
  write(base, random, targets);
  return () => use(base, random);
});
