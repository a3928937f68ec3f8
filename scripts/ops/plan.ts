/** Decides what is generated: which operators under which names, and why each other schema is left out. */
import { native } from '../../lib/native/binding';
import { Overload, overloadsOf } from '../../lib/ops/dispatch/overload';
import { camelCase } from '../../lib/arguments/names';
import { NAMESPACES, type Namespace, type PythonApi } from './api';
import { type Names, namesHere } from './names';

/** One generated function or method. */
export interface Entry {
  readonly name: string;
  /** In Python: `torch.linalg.svd`. */
  readonly python: string;
  /** The name by which Python's documentation has a page for it; null where it has none. */
  readonly page: string | null;
  /** With namespace: `aten::linalg_svd`. */
  readonly operator: string;
  readonly overloads: readonly Overload[];
}

export interface LeftOut {
  readonly schema: string;
  readonly reason: string;
}

export interface Plan {
  readonly entries: Readonly<Record<Namespace, readonly Entry[]>>;
  readonly leftOut: readonly LeftOut[];
  /** Overloads in Python's order, for operators that have several. */
  readonly order: Readonly<Record<string, readonly string[]>>;
  /** The overloads without `out` forms of the other operators, where they are not one without a name. */
  readonly furtherOrder: Readonly<Record<string, readonly string[]>>;
  /** What Python calls classes and functions that are here. */
  readonly names: Names;
}

/** Names that lib/ writes by hand, by namespace. */
export type HandWritten = Readonly<Record<Namespace, ReadonlySet<string>>>;

/**
 * What Python binds by hand, hence not in its table: the operator behind it is shown under the same name all the same.
 */
const BOUND_BY_HAND: Partial<Record<Namespace, readonly string[]>> = {
  method: ['contiguous', 'copy_', 'set_', 'resize_', 'resize_as_'],
  torch: ['range'],
};

const PYTHON_PREFIX: Readonly<Record<Namespace, string>> = {
  torch: 'torch.',
  method: 'torch.Tensor.',
  linalg: 'torch.linalg.',
  fft: 'torch.fft.',
  special: 'torch.special.',
  nn: 'torch.nn.functional.',
};

export function makePlan(api: PythonApi, handWritten: HandWritten): Plan {
  const order = orderOf(api);
  const entries = Object.fromEntries(
    NAMESPACES.map((namespace) => [namespace, entriesOf(api, order, namespace, handWritten[namespace])]),
  ) as Record<Namespace, Entry[]>;
  const further = furtherOrder(order);
  return {
    entries,
    leftOut: leftOut(api, entries, handWritten),
    order,
    furtherOrder: further,
    names: namesHere(api.names),
  };
}

function rowsOf(api: PythonApi, namespace: Namespace): [name: string, operator: string][] {
  const rows = Object.entries(api[namespace]).map(([name, row]): [string, string] => [name, row.operator]);
  const more = (BOUND_BY_HAND[namespace] ?? []).filter((name) => !(name in api[namespace]));
  return [...rows, ...more.map((name): [string, string] => [name, name])];
}

function entriesOf(
  api: PythonApi,
  order: Plan['order'],
  namespace: Namespace,
  handWritten: ReadonlySet<string>,
): Entry[] {
  const pageOf = (name: string): string | null => {
    const page = api[namespace][name]?.page;
    return page === undefined ? PYTHON_PREFIX[namespace] + name : page;
  };
  const entries = rowsOf(api, namespace).flatMap(([name, base]): Entry[] => {
    const operator = `aten::${base}`;
    const all = overloadsOf(operator, order[operator]);
    const overloads =
      namespace === 'method' ? all.filter((overload) => takesSelf(overload) && overload.out.length === 0) : all;
    if (handWritten.has(camelCase(name)) || overloads.length === 0) return [];
    const python = PYTHON_PREFIX[namespace] + name;
    return [{ name: camelCase(name), python, page: pageOf(name), operator, overloads }];
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const twice = entries.find((entry, i) => entry.name === entries[i + 1]?.name);
  if (twice) throw new Error(`two operators would be called ${twice.name}: add an exception to lib/names.ts`);
  return entries;
}

function takesSelf({ positional }: Overload): boolean {
  return positional[0]?.name === 'self' && positional[0].kind === 'Tensor' && !positional[0].list;
}

/** The overloads of every operator that has more than one schema, as Python tries them. */
function orderOf(api: PythonApi): Record<string, readonly string[]> {
  const merged = new Map<string, string[]>();
  for (const namespace of NAMESPACES) {
    for (const { operator, overloads } of Object.values(api[namespace])) {
      const known = merged.get(operator) ?? [];
      merged.set(operator, [...known, ...overloads.filter((overload) => !known.includes(overload))]);
    }
  }
  const several = [...merged].filter(([operator]) => bases(operator).length > 1);
  return Object.fromEntries(several.map(([operator, names]) => [`aten::${operator}`, names]).sort());
}

function furtherOrder(order: Plan['order']): Record<string, readonly string[]> {
  const names = new Set(native.operatorNames().map(([name]) => name));
  const others = [...names].filter((name) => name.startsWith('aten::') && !(name in order)).sort();
  const rows = others.map((name): [string, readonly string[]] => {
    const overloads = overloadsOf(name, undefined).filter(({ out }) => out.length === 0);
    return [name, overloads.map(({ schema }) => schema.overload)];
  });
  return Object.fromEntries(rows.filter(([, names]) => names.join() !== ''));
}

/** Schemas that are not `out` forms. */
function bases(operator: string): readonly unknown[] {
  return native
    .operatorSchemas(`aten::${operator}`)
    .filter((schema) => !schema.arguments.some((argument) => argument.keyword && argument.write));
}

function leftOut(api: PythonApi, entries: Plan['entries'], handWritten: HandWritten): LeftOut[] {
  const shown = new Set(NAMESPACES.flatMap((n) => entries[n].flatMap((e) => e.overloads.map((o) => o.schema.schema))));
  const byHand = new Set(
    NAMESPACES.flatMap((n) =>
      rowsOf(api, n).flatMap(([name, op]) => (handWritten[n].has(camelCase(name)) ? [op] : [])),
    ),
  );
  const known = new Set(NAMESPACES.flatMap((n) => Object.values(api[n]).map((row) => row.operator)));
  const names = [...new Set(native.operatorNames().map(([name]) => name))].filter((name) => name.startsWith('aten::'));
  return names
    .sort()
    .flatMap((name) => native.operatorSchemas(name).map((schema) => new Overload(name, schema)))
    .filter((overload) => !shown.has(overload.schema.schema))
    .map((overload) => ({ schema: overload.schema.schema, reason: reasonFor(overload, known, byHand) }));
}

function reasonFor(overload: Overload, known: ReadonlySet<string>, byHand: ReadonlySet<string>): string {
  const base = overload.operator.slice('aten::'.length);
  if (byHand.has(base)) return 'written by hand';
  if (!overload.callable) return 'takes a type that JavaScript does not have';
  if (base.startsWith('_')) return 'private';
  if (/_backward|_jvp|_forward$/.test(base)) return 'internal to autograd';
  if (/(^|_)(cudnn|miopen|mkldnn|mps|quantized|fbgemm|xnnpack|sparse_)/.test(base)) return 'of one back end';
  if (known.has(base)) return 'an overload that Python does not show';
  return 'not shown by Python';
}
