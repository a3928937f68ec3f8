import { flatten, parseTree, pathsOf, unflatten } from '../../../lib/export/pytree';

const leaf = { type: null, context: null, children_spec: [] };
const tree = (type: string, context: unknown, ...children: unknown[]): unknown => ({
  type,
  context: JSON.stringify(context),
  children_spec: children,
});
const fail = (what: string): never => {
  throw new Error(what);
};
const parse = (spec: unknown, named = new Map([['m.Pair', { fieldNames: ['a', 'b'] }]])) =>
  parseTree(JSON.stringify([1, spec]), named, fail);
const flat = (spec: unknown, value: unknown): unknown[] => {
  const out: unknown[] = [];
  flatten(parse(spec), value, ['x'], out, fail);
  return out;
};

const NESTED = tree('builtins.dict', ['b', 'a'], leaf, tree('builtins.tuple', null, leaf, leaf));

it('takes a dict in any order, and gives it in its own', () => {
  expect(flat(NESTED, { a: [1, 2], b: 3 })).toEqual([3, 1, 2]);
  expect(flat(NESTED, new Map<string, unknown>([['a', [1, null]], ['b', 3]]))).toEqual([3, 1, null]); // prettier-ignore
  const made = unflatten(parse(NESTED), [3, 1, 2][Symbol.iterator]());
  expect(Object.entries(made as object)).toEqual([['b', 3], ['a', [1, 2]]]); // prettier-ignore
  expect(pathsOf(parse(NESTED), ['x'])).toEqual([['x', 'b'], ['x', 'a', 0], ['x', 'a', 1]]); // prettier-ignore
});

it('says what does not fit, and where', () => {
  expect(() => flat(NESTED, { b: 3, a: [1] })).toThrow("x['a'] should have 2 items, got 1");
  expect(() => flat(NESTED, { b: 3 })).toThrow('x misses a');
  expect(() => flat(NESTED, { b: 3, a: [1, 2], c: 4 })).toThrow('x has c, which the program does not take');
  expect(() => flat(NESTED, [3])).toThrow('x should be an object with b, a, got');
  expect(() => flat(NESTED, { b: 3, a: new Promise(() => undefined) })).toThrow("x['a'] should be an array");
});

it('makes objects of named tuples and classes, and Maps where a key is a number', () => {
  const pair = tree('collections.namedtuple', 'm.Pair', leaf, leaf);
  expect(unflatten(parse(pair), [1, 2][Symbol.iterator]())).toEqual({ a: 1, b: 2 });
  expect([flat(pair, { a: 1, b: 2 }), flat(pair, [1, 2])]).toEqual([[1, 2], [1, 2]]); // prettier-ignore
  const output = tree('transformers.Output', ['logits', '__proto__'], leaf, leaf);
  const made = unflatten(parse(output), [1, 2][Symbol.iterator]()) as object;
  expect([Object.keys(made), Object.getPrototypeOf(made)]).toEqual([['logits', '__proto__'], Object.prototype]);
  expect(unflatten(parse(tree('builtins.dict', [5], leaf)), [1][Symbol.iterator]())).toEqual(new Map([[5, 1]]));
  expect(unflatten(parse(tree('m.Data', [['x', 'y'], ['none']], leaf, leaf)), [1, 2][Symbol.iterator]())).toEqual({
    x: 1,
    y: 2,
  });
});

it.each([
  ['no JSON', '{'],
  ['another version', '[2, {}]'],
  ['no tree', '[1, 5]'],
  ['no children', '[1, {"type": "builtins.tuple", "context": "null"}]'],
  ['too few keys', JSON.stringify([1, tree('builtins.dict', ['a'], leaf, leaf)])],
  [
    'too deep',
    `[1, ${'{"type": "builtins.list", "context": "null", "children_spec": ['.repeat(300)}${']}'.repeat(300)}]`,
  ],
])('%s is refused', (_, json) => {
  expect(() => parseTree(json, new Map(), fail)).toThrow(/form of its inputs|keys/);
});
