import { type Call, type Converter, type Converters, positive } from '../call';
import { TO_END } from '../onnx-graph';

/** Operators that put elements into other places: shapes, slices, joins. */

const same: Converter = (call) => call.tensor('self');

const reshape =
  (name: string): Converter =>
  (call) =>
    call.g.reshape(call.tensor('self'), call.sizes(name));

/** The sizes of a tensor from one axis to another, as a list. */
const sizesBetween = (call: Call, x: string, start: number, end: number): string =>
  call.g.op('Shape', [x], end >= TO_END ? { start } : { start, end });

function flatten(call: Call): string {
  const { rank } = call.meta('self');
  const x = call.tensor('self');
  if (rank === 0) return call.g.reshape(x, [1]);
  const [start, end] = [positive(call.number('start_dim', 0), rank), positive(call.number('end_dim', -1), rank)];
  const parts = [call.g.ints([-1])];
  if (start > 0) parts.unshift(sizesBetween(call, x, 0, start));
  if (end < rank - 1) parts.push(sizesBetween(call, x, end + 1, TO_END));
  return call.g.reshape(x, call.g.concat(parts, 0));
}

function unflatten(call: Call): string {
  const { rank } = call.meta('self');
  const axis = positive(call.number('dim'), rank);
  const x = call.tensor('self');
  const parts = [call.sizes('sizes')];
  if (axis > 0) parts.unshift(sizesBetween(call, x, 0, axis));
  if (axis < rank - 1) parts.push(sizesBetween(call, x, axis + 1, TO_END));
  return call.g.reshape(x, call.g.concat(parts, 0));
}

function squeeze(call: Call): string {
  const { rank, sizes } = call.meta('self');
  const given = call.has('dim') ? call.ints('dim') : sizes.map((_, axis) => axis);
  const axes = given.map((axis) => positive(axis, rank)).filter((axis) => sizes[axis] === 1);
  return axes.length === 0 ? call.tensor('self') : call.g.squeeze(call.tensor('self'), ...axes);
}

function transpose(call: Call): string {
  const { rank } = call.meta('self');
  if (rank < 2) return call.tensor('self');
  const pick = (names: readonly string[], standard: number): number => {
    const name = names.find((one) => call.has(one));
    return positive(name === undefined ? standard : call.number(name), rank);
  };
  const [a, b] = [pick(['dim0', 'axis0'], 0), pick(['dim1', 'axis1'], 1)];
  const order = Array.from({ length: rank }, (_, axis) => (axis === a ? b : axis === b ? a : axis));
  return call.g.transpose(call.tensor('self'), order);
}

function lastTwo(call: Call): string {
  const { rank } = call.meta('self');
  const order = Array.from({ length: rank }, (_, axis) => axis);
  if (rank >= 2) order.splice(-2, 2, rank - 1, rank - 2);
  return call.g.transpose(call.tensor('self'), order);
}

function permute(call: Call): string {
  const { rank } = call.meta('self');
  return call.g.transpose(
    call.tensor('self'),
    call.ints('dims').map((axis) => positive(axis, rank)),
  );
}

function movedim(call: Call): string {
  const { rank } = call.meta('self');
  const at = (name: string): number[] => call.ints(name).map((axis) => positive(axis, rank));
  const [from, to] = [at('source'), at('destination')];
  const rest = Array.from({ length: rank }, (_, axis) => axis).filter((axis) => !from.includes(axis));
  const order = Array.from({ length: rank }, (_, axis) => {
    const i = to.indexOf(axis);
    return i >= 0 ? (from[i] as number) : (rest.shift() as number);
  });
  return call.g.transpose(call.tensor('self'), order);
}

/** −1 keeps a size; ONNX has 1 for that. */
function expand(call: Call): string {
  const { g } = call;
  const shape = call.sizes('size');
  const keeps = g.op('Equal', [shape, g.ints([-1])]);
  return g.op('Expand', [call.tensor('self'), g.op('Where', [keeps, g.ints([1]), shape])]);
}

function repeat(call: Call): string {
  const name = call.has('repeats') ? 'repeats' : 'dims';
  const [{ rank }, count] = [call.meta('self'), call.count(name)];
  const { g } = call;
  let x = call.tensor('self');
  if (count > rank) x = g.unsqueeze(x, ...Array.from({ length: count - rank }, (_, axis) => axis));
  const times = call.sizes(name);
  if (count >= rank) return g.op('Tile', [x, times]);
  return g.op('Tile', [x, g.concat([g.ints(Array<number>(rank - count).fill(1)), times], 0)]);
}

/** Each element several times: a new last axis, expanded, and joined with its neighbor. */
function repeatInterleave(call: Call): string {
  const { g } = call;
  const { rank } = call.meta('self');
  const times = call.number('repeats');
  const flat = call.has('dim') ? call.tensor('self') : g.reshape(call.tensor('self'), [-1]);
  const axis = call.has('dim') ? positive(call.number('dim'), rank) : 0;
  const count = call.has('dim') ? rank : 1;
  const wide = g.unsqueeze(flat, axis + 1);
  const ones = Array.from({ length: count + 1 }, (_, i) => (i === axis + 1 ? times : 1));
  const shape = g.concat(
    [
      ...(axis > 0 ? [g.op('Shape', [flat], { start: 0, end: axis })] : []),
      g.ints([-1]),
      ...(axis < count - 1 ? [g.op('Shape', [flat], { start: axis + 1 })] : []),
    ],
    0,
  );
  return g.reshape(g.op('Expand', [wide, g.ints(ones)]), shape);
}

function cat(call: Call): string {
  const { dtype, rank } = call.result();
  const names = call.names('tensors') as string[];
  // Python leaves out tensors of the shape [0].
  const parts = names.filter((name) => call.metaOf(name).rank === rank);
  const tensors = call.tensors('tensors') as string[];
  const cast = parts.map((name) => {
    const made = tensors[names.indexOf(name)] as string;
    return call.metaOf(name).dtype === dtype ? made : call.g.cast(made, dtype);
  });
  return call.g.op('Concat', cast, { axis: call.number('dim', 0) });
}

function stack(call: Call): string {
  const { dtype, rank } = call.result();
  const axis = positive(call.number('dim', 0), rank);
  const names = call.names('tensors') as string[];
  const parts = (call.tensors('tensors') as string[]).map((made, i) =>
    call.g.unsqueeze(call.metaOf(names[i] as string).dtype === dtype ? made : call.g.cast(made, dtype), axis),
  );
  return call.g.op('Concat', parts, { axis });
}

/** Parts along an axis, each as long as its result says. */
function split(call: Call): readonly string[] {
  const { g } = call;
  const { rank } = call.meta('self');
  const axis = positive(call.number('dim', 0), rank);
  const lengths = call.resultNames().map((name) => call.metaOf(name).sizes[axis] as number | null);
  const x = call.tensor('self');
  if (lengths.every((length) => length !== null)) {
    return g.ops('Split', [x, g.ints(lengths)], { axis }, lengths.length);
  }
  if (call.operator !== 'aten.chunk') call.fail('of a size that differs between calls needs fixed parts');
  return g.ops('Split', [x], { axis, num_outputs: lengths.length }, lengths.length);
}

function unbind(call: Call): readonly string[] {
  const axis = positive(call.number('dim', 0), call.meta('self').rank);
  return call
    .resultNames()
    .map((_, i) => call.g.op('Gather', [call.tensor('self'), call.g.scalar(i, 'int64')], { axis }));
}

function slice(call: Call): string {
  const axis = call.number('dim', 0);
  const end = call.has('end') ? call.size('end') : call.g.ints([TO_END]);
  return call.g.slice(call.tensor('self'), axis, call.size('start', 0), end, call.number('step', 1));
}

function narrow(call: Call): string {
  const start = call.size('start');
  return call.g.slice(call.tensor('self'), call.number('dim'), start, call.g.op('Add', [start, call.size('length')]));
}

function select(call: Call): string {
  const index = call.g.squeeze(call.size('index'), 0);
  return call.g.op('Gather', [call.tensor('self'), index], { axis: call.number('dim') });
}

function flip(call: Call): string {
  return call.ints('dims').reduce((x, axis) => call.g.slice(x, axis, -1, -TO_END, -1), call.tensor('self'));
}

function roll(call: Call): string {
  const { g } = call;
  const axes = call.has('dims') ? call.ints('dims') : [];
  const shape = g.shape(call.tensor('self'));
  const start = axes.length > 0 ? call.tensor('self') : g.reshape(call.tensor('self'), [-1]);
  const rolled = call.ints('shifts').reduce((x, shift, i) => {
    const axis = axes[i] ?? 0;
    return shift === 0 ? x : g.concat([g.slice(x, axis, -shift, TO_END), g.slice(x, axis, 0, -shift)], axis);
  }, start);
  return axes.length > 0 ? rolled : g.reshape(rolled, shape);
}

const triangle =
  (upper: number): Converter =>
  (call) => {
    const diagonal = call.g.scalar(call.number('diagonal', 0), 'int64');
    const { dtype } = call.meta('self');
    const x = dtype === 'bool' ? call.g.cast(call.tensor('self'), 'int64') : call.tensor('self');
    const made = call.g.op('Trilu', [x, diagonal], { upper });
    return dtype === 'bool' ? call.g.cast(made, dtype) : made;
  };

function meshgrid(call: Call): readonly string[] {
  const { g } = call;
  if (call.text('indexing', 'ij') !== 'ij') call.fail("with indexing 'xy' is not supported; use 'ij' and transpose");
  const parts = call.tensors('tensors') as string[];
  const wide = parts.map((part, i) =>
    g.reshape(
      part,
      parts.map((_, axis) => (axis === i ? -1 : 1)),
    ),
  );
  const shape = g.concat(
    parts.map((part) => g.op('Size', [part])).map((size) => g.unsqueeze(size, 0)),
    0,
  );
  return wide.map((part) => g.op('Expand', [part, shape]));
}

const cast: Converter = (call) => call.as('self', call.result().dtype);

export const shape: Converters = {
  ...Object.fromEntries(
    ['contiguous', 'clone', 'detach', 'alias', 'lift_fresh_copy', 'lift_fresh', 'resolve_conj', 'resolve_neg'].map(
      (name) => [`aten.${name}`, same],
    ),
  ),
  ...Object.fromEntries(
    ['to', '_to_copy', 'type_as', 'float', 'double', 'half', 'long', 'int'].map((name) => [`aten.${name}`, cast]),
  ),
  'aten.view': reshape('size'),
  'aten._unsafe_view': reshape('size'),
  'aten.reshape': reshape('shape'),
  'aten.view_as': (call) => call.g.reshape(call.tensor('self'), call.g.shape(call.tensor('other'))),
  'aten.reshape_as': (call) => call.g.reshape(call.tensor('self'), call.g.shape(call.tensor('other'))),
  'aten.flatten': flatten,
  'aten.ravel': (call) => call.g.reshape(call.tensor('self'), [-1]),
  'aten.unflatten': unflatten,
  'aten.squeeze': squeeze,
  'aten.unsqueeze': (call) =>
    call.g.unsqueeze(call.tensor('self'), positive(call.number('dim'), call.meta('self').rank + 1)),
  'aten.transpose': transpose,
  'aten.swapaxes': transpose,
  'aten.swapdims': transpose,
  'aten.t': transpose,
  'aten.numpy_T': (call) => {
    const { rank } = call.meta('self');
    return call.g.transpose(
      call.tensor('self'),
      Array.from({ length: rank }, (_, axis) => rank - 1 - axis),
    );
  },
  'aten.mT': lastTwo,
  'aten.adjoint': lastTwo,
  'aten.permute': permute,
  'aten.movedim': movedim,
  'aten.moveaxis': movedim,
  'aten.expand': expand,
  'aten.expand_as': (call) => call.g.op('Expand', [call.tensor('self'), call.g.shape(call.tensor('other'))]),
  'aten.repeat': repeat,
  'aten.tile': repeat,
  'aten.repeat_interleave': repeatInterleave,
  'aten.cat': cat,
  'aten.concat': cat,
  'aten.stack': stack,
  'aten.split': split,
  'aten.split_with_sizes': split,
  'aten.chunk': split,
  'aten.tensor_split': split,
  'aten.unbind': unbind,
  'aten.slice': slice,
  'aten.narrow': narrow,
  'aten.select': select,
  'aten.flip': flip,
  'aten.roll': roll,
  'aten.tril': triangle(0),
  'aten.triu': triangle(1),
  'aten.meshgrid': meshgrid,
};
