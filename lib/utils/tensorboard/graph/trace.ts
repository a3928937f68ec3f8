/** A model as a graph for TensorBoard: traced once, with each operator in the scope of the modules that called it. */
import { record, type Target } from '../../../jit/record';
import { native } from '../../../native/binding';
import type { GraphAttribute, GraphNode, GraphValue } from '../../../native/contract/jit';
import type { HookHandle } from '../../../nn/module-hooks';
import { Module } from '../../../nn/module';
import { floatText } from '../../../ops/print/numbers';
import { wrap } from '../../../tensor/tensor';
import { type DrawnNode, shapeProto, textValue } from './protos';

/** A value that is drawn: what a node has made, an input or an output. */
interface Drawn {
  name: string;
  inputs: string[];
  readonly kind: string;
  readonly sizes: readonly number[] | null;
  readonly attributes: string;
  /** Of what a node has made. */
  readonly scope: string | null;
  /** Of inputs and outputs. */
  readonly role: 'input' | 'output' | null;
}

/** As Python shows an attribute. */
function attributeText(value: GraphAttribute): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${(value as readonly GraphAttribute[]).map(attributeText).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  if ('f' in value) return floatText(value.f);
  const tensor = wrap((value as { readonly t: number }).t);
  const text = String(tensor);
  tensor.dispose();
  return text;
}

/** Quotes make TensorBoard behave oddly. */
function attributesText(node: GraphNode): string {
  const pairs = node.attributes.map(([name, value]) => `'${name}': ${attributeText(value)}`);
  return `{${pairs.join(', ')}}`.replaceAll("'", ' ');
}

const endpoint = (value: GraphValue, role: 'input' | 'output', name: string, inputs: string[]): Drawn => ({
  ...{ name, inputs, kind: 'IO Node', attributes: '', scope: null, role },
  sizes: value.sizes === undefined ? [1] : value.sizes,
});

/** Runs `body` while each module's calls are a scope: `__module.net`, `__module.net.0`. */
function inScopes<R>(module: Module, body: () => R): R {
  const handles: HookHandle[] = [];
  for (const [name, child] of module.namedModules()) {
    if (name === '') continue;
    handles.push(
      child.registerForwardPreHook(() => {
        native.jitScope(`__module.${name}`);
      }),
      child.registerForwardHook(() => {
        native.jitScope(null);
      }),
    );
  }
  try {
    return body();
  } finally {
    for (const handle of handles) handle.remove();
  }
}

/** Names of scopes as they are drawn: `Net/Linear[fc]`. */
function scopeNames(module: Module | null, base: string): (scope: string) => string {
  const aliases = new Map<string, string>();
  for (const [name, child] of module?.namedModules() ?? []) {
    const last = name.split('.').at(-1) as string;
    aliases.set(name === '' ? '__module' : `__module.${name}`, `${child.constructor.name}[${last || '__module'}]`);
  }
  return (scope) => {
    const parts = scope.split('/').map((part) => aliases.get(part) ?? (part.split('.').at(-1) as string));
    return parts.some((part) => part !== '') ? `${base}/${parts.join('/')}` : base;
  };
}

/** Where the tensors of modules stand: `__module.net/net.weight`. */
class AttributeScopes {
  readonly #scopes = new Map<string, string>();
  readonly #objects = new Set<string>();

  /** The scope of a node that takes an attribute of a module. */
  note(node: GraphNode): string {
    const [input, output] = [node.inputs[0] as GraphValue, node.outputs[0] as GraphValue];
    const name = String(node.attributes.find(([key]) => key === 'name')?.[1]);
    const parent = this.#scopes.get(input.name);
    const last = parent?.split('/').at(-1);
    const scope = parent === undefined ? `__module.${name}` : `${parent}/${last}.${name}`;
    this.#scopes.set(output.name, scope);
    if (output.isObject) this.#objects.add(output.name);
    return scope;
  }
}

const GET_ATTRIBUTE = 'prim::GetAttr';

/** The nodes that are drawn, with the scopes in which they are. */
function drawnNodes(nodes: readonly GraphNode[], named: (scope: string) => string): [GraphNode, string][] {
  const attributes = new AttributeScopes();
  return nodes.flatMap((node): [GraphNode, string][] => {
    if (node.kind !== GET_ATTRIBUTE) return [[node, named(node.scope)]];
    const scope = attributes.note(node);
    return node.outputs[0]?.isObject ? [] : [[node, named(scope)]];
  });
}

/** Full names, `scope/name`, of all values: an input of an operator has the scope of that operator unless it is made elsewhere. */
function fullNames(values: ReadonlyMap<string, Drawn>, nodes: readonly [GraphNode, string][]): Map<string, string> {
  const names = new Map<string, string>();
  for (const [node, scope] of nodes) for (const { name } of node.inputs) names.set(name, `${scope}/${name}`);
  for (const [key, value] of values) names.set(key, `${value.scope ?? value.role}/${value.name}`);
  return names;
}

function draw(graph: ReturnType<typeof native.jitGraph>, named: (scope: string) => string): DrawnNode[] {
  const values = new Map<string, Drawn>();
  for (const input of graph.inputs) {
    if (input.uses > 0 && !input.isObject) values.set(input.name, endpoint(input, 'input', input.name, []));
  }
  const nodes = drawnNodes(graph.nodes, named);
  graph.outputs.forEach((output, i) => {
    const name = `output.${i + 1}`;
    values.set(name, endpoint(output, 'output', name, [output.name]));
  });
  for (const [node, scope] of nodes) {
    const [inputs, attributes] = [node.inputs.map(({ name }) => name), attributesText(node)];
    for (const { name, sizes } of node.outputs) {
      values.set(name, { name, inputs, kind: node.kind, sizes: sizes ?? null, attributes, scope, role: null });
    }
  }
  const names = fullNames(values, nodes);
  return [...values].map(([key, { inputs, kind, sizes, attributes }]) => ({
    name: names.get(key) as string,
    op: kind,
    input: inputs.map((input) => names.get(input) ?? input),
    attr: {
      attr: textValue(attributes),
      ...(sizes ? { _output_shapes: { list: { shape: [shapeProto(sizes)] } } } : {}),
    },
  }));
}

/**
 * Traces a model in evaluation mode, and draws it.
 *
 * @param print - Is given the graph as text.
 */
export function drawModel(target: Target, inputs: readonly unknown[], strict: boolean, verbose: boolean): DrawnNode[] {
  const { module } = target;
  const training = module?.training ?? false;
  const names = inputs.map((_, i) => (inputs.length === 1 ? 'x' : `x${i + 1}`));
  module?.eval();
  try {
    const run = () => record(target, inputs, { strict, names });
    const box = module ? inScopes(module, run) : run();
    if (verbose) console.log(native.jitText(box, 'forward', 'inlinedGraph'));
    return draw(native.jitGraph(box), scopeNames(module, target.name));
  } finally {
    module?.train(training);
  }
}

/** What is traced: a module, or a function. */
export function targetOf(model: Module | ((...inputs: never[]) => unknown)): Target {
  if (model instanceof Module) {
    const run = (...inputs: unknown[]): unknown => (model.forward as (...args: unknown[]) => unknown)(...inputs);
    return { module: model, run, name: model.constructor.name };
  }
  return { module: null, run: model as (...inputs: unknown[]) => unknown, name: model.name || 'Function' };
}
