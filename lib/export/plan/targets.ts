import { type Overload, allOverloadsOf } from '../../ops/dispatch/overload';

/** What a node calls. A graph comes from a file: it may name operators and a fixed list of functions, nothing else. */
export type Target =
  | { readonly kind: 'operator'; readonly name: string; readonly overload: Overload }
  | { readonly kind: 'symbolic'; readonly name: string }
  | { readonly kind: 'higherOrder'; readonly name: string };

/**
 * libtorch's own namespaces whose operators belong to its runtime: they read memory by address, talk to other processes
 * or profile. A namespace that a loaded library has registered is not among them.
 */
const RUNTIME = new Set([
  ...['inductor', 'symm_mem', 'c10d', '_c10d_functional', '_c10d_functional_autograd', '_dtensor', 'profiler'],
  ...['streams', 'rngprims', 'static_runtime', 'aten_for_testing', 'tensorexpr', 'cuda', 'mtia', 'bc', 'fb', '_test'],
  ...['mkl', 'prepacked', 'metal', 'metal_prepack', 'vulkan', 'vulkan_prepack', 'xnnpack', 'nvprims', 'debugprims'],
]);

/** Operators of aten that reach beyond their tensors. */
const REFUSED = new Map([['from_file', 'it opens files']]);

const OPERATOR = /^torch\.ops\.([A-Za-z_]\w*)\.([A-Za-z_]\w*)\.([A-Za-z_]\w*)$/;
const HIGHER_ORDER = /^torch\.ops\.higher_order\.([A-Za-z_]\w*)$/;
const SYMBOLIC = /^(?:_operator\.[a-z_]+|math\.[a-z0-9]+|torch\.(?:sym_[a-z]+|_sym_[a-z0-9]+)|round)$/;

/** Reads a node's target; `fail` throws. @internal */
export function targetOf(target: string, fail: (what: string) => never): Target {
  const found = findTarget(target);
  return typeof found === 'string' ? fail(found) : found;
}

/** What a node calls, or why it is not called. @internal */
export function findTarget(target: string): Target | string {
  const higherOrder = HIGHER_ORDER.exec(target);
  if (higherOrder) return { kind: 'higherOrder', name: higherOrder[1] as string };
  if (SYMBOLIC.test(target)) return { kind: 'symbolic', name: target };
  const [whole, namespace = '', name = '', overload = ''] = OPERATOR.exec(target) ?? [];
  if (whole === undefined) return `${target} is not an operator`;
  const refused = namespace === 'aten' ? REFUSED.get(name) : undefined;
  if (refused) return `a file must not call ${target}: ${refused}`;
  if (RUNTIME.has(namespace)) return `a file must not call ${target}: it belongs to libtorch's runtime`;
  const found = overloadOf(`${namespace}::${name}`, overload === 'default' ? '' : overload);
  if (found) return { kind: 'operator', name: `${namespace}::${name}`, overload: found };
  const hint =
    namespace === 'aten'
      ? 'export the model again with the torch that this library runs, or with ep.run_decompositions()'
      : `load the library that has it with torch.ops.loadLibrary`;
  return `this libtorch has no operator ${target}; ${hint}`;
}

const known = new Map<string, Overload>();

/** An overload by its name; of libtorch's own one object for each, as reading a schema takes time. Others may come and go. */
function overloadOf(name: string, overload: string): Overload | undefined {
  if (!name.startsWith('aten::')) return allOverloadsOf(name).find(({ schema }) => schema.overload === overload);
  const key = `${name}.${overload}`;
  if (!known.has(key)) for (const one of allOverloadsOf(name)) known.set(`${name}.${one.schema.overload}`, one);
  return known.get(key);
}
