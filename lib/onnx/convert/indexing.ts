import { type Call, type Converters, positive } from '../call';

/** Reading and writing at places that tensors name. */

/** x[i], with tensors of indices for some axes. */
function index(call: Call): string {
  const { g } = call;
  const [names, tensors] = [call.names('indices'), call.tensors('indices')];
  refuseMasks(call, names);
  const at = names.flatMap((name, axis) => (name === null ? [] : [axis]));
  const x = call.tensor('self');
  if (at.length === 1) {
    const axis = at[0] as number;
    return g.op('Gather', [x, tensors[axis] as string], { axis });
  }
  const first = at[0] as number;
  const { rank } = call.meta('self');
  const together = at.every((axis, i) => axis === first + i);
  // The indexed axes go to the front; the result's new axes come back to where the first of them was.
  const rest = Array.from({ length: rank }, (_, axis) => axis).filter((axis) => !at.includes(axis));
  const front = first === 0 && together ? x : g.transpose(x, [...at, ...rest]);
  const picked = g.op('GatherND', [
    front,
    places(
      call,
      at.map((axis) => tensors[axis] as string),
    ),
  ]);
  if (first === 0 || !together) return picked;
  const added = call.result().rank - rest.length;
  const order = [
    ...Array.from({ length: first }, (_, i) => added + i),
    ...Array.from({ length: added }, (_, i) => i),
    ...Array.from({ length: rest.length - first }, (_, i) => added + first + i),
  ];
  return g.transpose(picked, order);
}

function refuseMasks(call: Call, names: readonly (string | null)[]): void {
  if (names.some((name) => name !== null && /^(bool|uint8)$/.test(call.metaOf(name).dtype))) {
    call.fail('with a mask gives a result of any size; use torch.where');
  }
}

/** Indices of several axes, broadcast to each other, as the last axis of one tensor. */
function places(call: Call, tensors: readonly string[]): string {
  const { g } = call;
  const long = tensors.map((one) => g.cast(one, 'int64'));
  const zero = long.reduce(
    (sum, one) => g.op('Add', [sum, g.op('Mul', [one, g.scalar(0, 'int64')])]),
    g.scalar(0, 'int64'),
  );
  return g.concat(
    long.map((one) => g.unsqueeze(g.op('Add', [one, zero]), -1)),
    -1,
  );
}

/** x[i] = y for indices of the first axes. */
function indexPut(call: Call): string {
  const { g } = call;
  const [names, tensors] = [call.names('indices'), call.tensors('indices')];
  const { dtype } = call.meta('self');
  const [only] = names;
  if (names.length === 1 && typeof only === 'string' && call.metaOf(only).dtype === 'bool') return maskPut(call, only);
  refuseMasks(call, names);
  if (names.some((name) => name === null)) call.fail('is supported for indices of the first axes');
  const at = places(call, tensors as string[]);
  const rest = g.op('Shape', [call.tensor('self')], { start: names.length });
  const shape = g.concat([g.op('Shape', [at], { start: 0, end: -1 }), rest], 0);
  const values = g.op('Expand', [call.as('values', dtype), shape]);
  const reduction = call.flag('accumulate', false) ? 'add' : 'none';
  return g.op('ScatterND', [call.tensor('self'), at, values], { reduction });
}

/** x[mask] = number */
function maskPut(call: Call, mask: string): string {
  if (call.meta('values').rank > 0) call.fail('with a mask is supported for one number; use torch.where');
  const [{ rank }, { rank: covered }] = [call.meta('self'), call.metaOf(mask)];
  const condition = call.tensors('indices')[0] as string;
  const axes = Array.from({ length: rank - covered }, (_, i) => covered + i);
  const wide = axes.length > 0 ? call.g.unsqueeze(condition, ...axes) : condition;
  return call.g.op('Where', [wide, call.as('values', call.meta('self').dtype), call.tensor('self')]);
}

function scatter(call: Call): string {
  const { g } = call;
  const { dtype, rank } = call.meta('self');
  const at = call.tensor('index');
  const given = call.has('src') ? 'src' : 'value';
  let source = call.as(given, dtype);
  if (given === 'value') source = g.op('Expand', [source, g.shape(at)]);
  else source = trimmed(call, source, at, rank);
  const adds = call.operator === 'aten.scatter_add' || call.text('reduce', '') === 'add';
  const attributes = { axis: call.number('dim'), reduction: adds ? 'add' : 'none' };
  return g.op('ScatterElements', [call.tensor('self'), at, source], attributes);
}

/** The part of a source that has an index. */
function trimmed(call: Call, source: string, index_: string, rank: number): string {
  if (rank === 0) return source;
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  const starts = call.g.ints(axes.map(() => 0));
  return call.g.op('Slice', [source, starts, call.g.shape(index_), call.g.ints(axes)]);
}

function gather(call: Call): string {
  return call.g.op('GatherElements', [call.tensor('self'), call.tensor('index')], { axis: call.number('dim') });
}

function embedding(call: Call): string {
  return call.g.op('Gather', [call.tensor('weight'), call.tensor('indices')], { axis: 0 });
}

function oneHot(call: Call): string {
  const count = call.number('num_classes', -1);
  if (count < 0) call.fail('needs numClasses');
  const values = call.g.constant([0, 1], [2], 'int64');
  return call.g.op('OneHot', [call.tensor('self'), call.g.scalar(count, 'int64'), values], { axis: -1 });
}

function takeAlong(call: Call): string {
  const axis = positive(call.number('dim'), call.meta('self').rank);
  return call.g.op('GatherElements', [call.tensor('self'), call.tensor('indices')], { axis });
}

export const indexing: Converters = {
  'aten.index': index,
  'aten.index_put': indexPut,
  'aten._index_put_impl': indexPut,
  'aten.index_select': (call) =>
    call.g.op('Gather', [call.tensor('self'), call.tensor('index')], { axis: call.number('dim') }),
  'aten.gather': gather,
  'aten.take_along_dim': takeAlong,
  'aten.scatter': scatter,
  'aten.scatter_add': scatter,
  'aten.embedding': embedding,
  'aten.one_hot': oneHot,
};
