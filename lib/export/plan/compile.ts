import { native } from '../../native/binding';
import type { NativePlan, PlanArgument, PlanNode, PlanSpec } from '../../native/contract/export';
import { messageOf } from '../../arguments/describe';
import type { Argument, Graph, NamedArgument, Node } from '../schema/graph';
import type { Signature } from '../schema/signature';
import { type Encoding, encodeArgument } from './encode';
import { ValueSlots } from './value-slots';
import { planTag as TAG } from '../../native/codes';
import { type Target, targetOf } from './targets';

/** Throws an error that names the file. */
export type Fail = (what: string, cause?: unknown) => never;

/** Graphs within graphs: a file must not decide how deep. */
const MAX_DEPTH = 50;

/** The plan of a program: its graph, and the copies that put new values into buffers and inputs. @internal */
export function compileProgram(graph: Graph, signature: Signature, fail: Fail): NativePlan {
  return create(new Compiler(graph, fail, 0).program(signature), fail, '');
}

function create(spec: PlanSpec, fail: Fail, place: string): NativePlan {
  try {
    return native.planCreate(spec);
  } catch (cause) {
    return fail(`${place}${messageOf(cause)}`, cause);
  }
}

class Compiler {
  readonly #values: ValueSlots;
  readonly #nodes: Omit<PlanNode, 'dead'>[] = [];

  constructor(
    private readonly graph: Graph,
    private readonly fail: Fail,
    private readonly depth: number,
  ) {
    this.#values = new ValueSlots();
    if (depth > MAX_DEPTH) fail('graphs are nested too deeply');
  }

  /** The plan of a graph within another one. */
  inner(): PlanSpec {
    const inputs = this.#inputs();
    this.#calls();
    return this.#spec(inputs, this.graph.outputs);
  }

  program(signature: Signature): PlanSpec {
    const { inputs: given, outputs } = this.graph;
    if (given.length !== signature.inputSpecs.length) this.fail('its signature has a different number of inputs');
    if (outputs.length !== signature.outputSpecs.length) this.fail('its signature has a different number of outputs');
    const all = this.#inputs();
    // Those of the module first, then those of the call.
    const of = (kinds: ReadonlySet<string>): number[] =>
      all.filter((_, i) => kinds.has(signature.inputSpecs[i]?.type ?? ''));
    const inputs = [...of(HELD), ...of(GIVEN)];
    this.#calls();
    const copied = this.#copies(signature);
    const results = outputs.filter((_, i) => isResult(signature.outputSpecs[i]?.type));
    return this.#spec(inputs, results, copied);
  }

  #inputs(): number[] {
    return this.graph.inputs.map((input) => {
      const name = nameOf(input);
      return name === undefined ? -1 : this.#values.define(name, 0, this.fail);
    });
  }

  #calls(): void {
    this.graph.nodes.forEach((node) => this.#nodes.push(this.#call(node)));
  }

  /** New values of buffers, parameters and inputs are copied at the end, as in Python. Returns what was copied where. */
  #copies({ inputSpecs, outputSpecs }: Signature): Map<string, number> {
    const places = new Map<string, string>();
    inputSpecs.forEach((spec, i) => {
      const input = nameOf(this.graph.inputs[i]);
      if (input === undefined) return;
      if (spec.type === 'buffer') places.set(spec.value.bufferName, input);
      else if (spec.type === 'parameter') places.set(spec.value.parameterName, input);
      else if (spec.type === 'user_input') places.set(`input ${input}`, input);
    });
    const copied = new Map<string, number>();
    for (const spec of outputSpecs) {
      const place = mutated(spec);
      if (place === undefined) continue;
      const input = places.get(place) ?? this.fail(`'${place}' gets a new value, but is not an input of the graph`);
      const from = (spec.value as { readonly arg: { readonly name: string } }).arg.name;
      copied.set(from, this.#copy(input, from));
    }
    return copied;
  }

  #copy(input: string, from: string): number {
    const at = this.#nodes.length;
    const inputs = [input, from].map((name): PlanArgument => [TAG.slot, this.#values.use(name, at, this.fail)]);
    const slot = this.#values.define(`copy of ${from} to ${input} at ${at}`, at, this.fail);
    const label = `'copy_', which puts '${from}' into '${input}'`;
    const rest: PlanArgument = [TAG.absent];
    this.#nodes.push({
      label,
      kind: 'operator',
      name: 'aten::copy_',
      overload: '',
      inputs: [...inputs, rest],
      targets: [slot],
    });
    return slot;
  }

  #spec(inputs: number[], outputs: readonly Argument[], copied?: ReadonlyMap<string, number>): PlanSpec {
    const end = this.#nodes.length;
    const encoded = outputs.map((output): PlanArgument => {
      const copy = copied?.get(nameOf(output) ?? '');
      const encoding = this.#encoding(end, this.fail);
      if (copy === undefined) return encodeArgument(output, encoding);
      this.#values.keep(copy, end);
      return [TAG.slot, copy];
    });
    const dead = this.#values.dead(end);
    const nodes = this.#nodes.map((node, i): PlanNode => ({ ...node, dead: dead[i] as number[] }));
    return { slots: this.#values.size, inputs, nodes, outputs: encoded };
  }

  #encoding(at: number, fail: (what: string) => never): Encoding {
    const plan = (inner: Graph): NativePlan =>
      create(new Compiler(inner, (what, cause) => this.fail(what, cause), this.depth + 1).inner(), this.fail, '');
    return { values: this.#values, at, fail, plan };
  }

  #call(node: Node): Omit<PlanNode, 'dead'> {
    const at = this.#nodes.length;
    const label = labelOf(node, at);
    const fail = (what: string): never => this.fail(`node ${label}: ${what}`);
    const target = targetOf(node.target, fail);
    const encoding = this.#encoding(at, fail);
    const inputs = target.kind === 'operator' ? bySchema(target, node, encoding) : inOrder(node, encoding);
    return {
      label,
      kind: target.kind,
      name: target.name,
      overload: target.kind === 'operator' ? target.overload.schema.overload : '',
      inputs,
      targets: this.#targets(node, target, at, fail),
    };
  }

  #targets(node: Node, target: Target, at: number, fail: (what: string) => never): (number | number[])[] {
    const one = (output: Argument): number | number[] => {
      if (output.type === 'as_tensors') return output.value.map(({ name }) => this.#values.define(name, at, fail));
      if (output.type === 'as_none') return -1;
      const name = nameOf(output);
      return name === undefined ? -1 : this.#values.define(name, at, fail);
    };
    const targets = node.outputs.map(one);
    // The results of a graph are not a list of their own.
    if (target.kind !== 'operator') return targets.flat();
    const returns = target.overload.schema.returns.length;
    if (targets.length > 0 && targets.length !== returns) {
      fail(`it has ${targets.length} results, and the operator gives ${returns}`);
    }
    return targets;
  }
}

/** The arguments in the schema's order. */
function bySchema(target: Extract<Target, { kind: 'operator' }>, node: Node, on: Encoding): PlanArgument[] {
  const given = new Map<string, NamedArgument>();
  for (const input of node.inputs) {
    if (given.has(input.name)) on.fail(`it has the argument '${input.name}' twice`);
    given.set(input.name, input);
  }
  const inputs = target.overload.schema.arguments.map(({ name }): PlanArgument => {
    const input = given.get(name);
    given.delete(name);
    return input ? encodeArgument(input.arg, on) : [TAG.absent];
  });
  const [unknown] = given.keys();
  if (unknown !== undefined) on.fail(`the operator has no argument '${unknown}'`);
  return inputs;
}

/** The arguments of what has no schema. Those by name that say nothing are left out. */
function inOrder(node: Node, on: Encoding): PlanArgument[] {
  return node.inputs.flatMap(({ name, arg, kind }): PlanArgument[] => {
    if (kind !== 2 || name === '') return [encodeArgument(arg, on)];
    if (arg.type === 'as_none' || arg.value === false || arg.value === '') return [];
    return on.fail(`it has the argument '${name}', which is not known`);
  });
}

/** The name of the value that an argument is; undefined for constants. */
export function nameOf(arg: Argument | undefined): string | undefined {
  switch (arg?.type) {
    case 'as_tensor':
    case 'as_custom_obj':
      return arg.value.name;
    case 'as_sym_int':
    case 'as_sym_float':
    case 'as_sym_bool':
      return arg.value.type === 'as_name' ? arg.value.value : undefined;
    case 'as_optional_tensor':
      return arg.value.type === 'as_tensor' ? arg.value.value.name : undefined;
    default:
      return undefined;
  }
}

/** What an output replaces; undefined where it is a result. */
function mutated(spec: Signature['outputSpecs'][number]): string | undefined {
  if (spec.type === 'buffer_mutation') return spec.value.bufferName;
  if (spec.type === 'parameter_mutation') return spec.value.parameterName;
  return spec.type === 'user_input_mutation' ? `input ${spec.value.userInputName}` : undefined;
}

const HELD = new Set(['parameter', 'buffer', 'tensor_constant']);
const GIVEN = new Set(['user_input', 'constant_input']);

const isResult = (type: string | undefined): boolean => type !== 'token' && !type?.endsWith('_mutation');

/** `'linear' (File "net.py", line 7, in forward)`. */
function labelOf({ name, target, metadata }: Node, at: number): string {
  const line = metadata
    .get('stack_trace')
    ?.match(/File ".*", line \d+, in \w+/g)
    ?.at(-1);
  const place = line ? ` (${line.slice(0, 300)})` : '';
  return `'${(name ?? `${target} ${at}`).slice(0, 200)}'${place}`;
}
