import { runtimeError } from '../errors';
import { closest } from '../arguments/names';
import type { ProgramParts } from '../export/program-parts';
import type { Argument, Graph, Node } from '../export/schema/graph';
import type { Names } from '../export/trace/unique-names';
import type { TensorMeta } from '../export/schema/tensor-meta';
import type { Tensor } from '../ops/tensor-methods';
import { Call, type Packed, type Values, metaFrom, placeOf } from './call';
import { CONVERTERS } from './convert';
import { onnxType } from './dtypes';
import { OnnxGraph } from './onnx-graph';
import { Slots } from './slots';

/** Makes an ONNX graph of a program's graph. */
export class Conversion implements Values {
  readonly graph: OnnxGraph;
  readonly packed = new Map<string, Packed>();
  readonly #metas = new Map<string, TensorMeta>();
  readonly #integers = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #slots = new Slots(this, (node) => this.#convert(node));

  /** `names` are those of the graph around this one. */
  constructor(
    private readonly parts: ProgramParts,
    names?: Names,
  ) {
    this.graph = new OnnxGraph(names);
  }

  /** Converts everything, and returns the ONNX values of the outputs; null for those that are no tensors. */
  run(inputNames: readonly string[]): (string | null)[] {
    const { graph, signature } = this.parts.program.graphModule;
    this.#learn(graph);
    namesIn(graph, this.#used);
    let user = 0;
    for (const spec of signature.inputSpecs) {
      if (spec.type === 'parameter') this.#initializer(spec.value.arg.name, spec.value.parameterName);
      else if (spec.type === 'buffer') this.#initializer(spec.value.arg.name, spec.value.bufferName);
      else if (spec.type === 'tensor_constant') this.#initializer(spec.value.arg.name, spec.value.tensorConstantName);
      else if (spec.type === 'user_input') this.#input(spec.value.arg, inputNames, () => user++);
      else if (spec.type !== 'constant_input') {
        throw runtimeError(
          `torch.onnx.export: a program with an input of the kind ${spec.type} has no counterpart in ONNX`,
        );
      }
    }
    graph.nodes.forEach((node) => this.#node(node));
    return signature.outputSpecs.flatMap((spec) => (spec.type === 'user_output' ? [this.#output(spec.value.arg)] : []));
  }

  tensor(name: string): string {
    if (!this.packed.has(name)) return this.#slots.get(name);
    throw runtimeError(
      'torch.onnx.export: the data of a packed sequence has no counterpart in ONNX; only RNN, LSTM, GRU and padPackedSequence ' +
        'take one there. Pad it before other layers use it',
    );
  }

  integer(name: string): string {
    const found = this.#integers.get(name);
    if (found === undefined) throw runtimeError(`torch.onnx.export: the program has no number ${name}`);
    return found;
  }

  meta(name: string): TensorMeta {
    const found = this.#metas.get(name);
    if (!found) throw runtimeError(`torch.onnx.export: the program says nothing about the tensor ${name}`);
    return found;
  }

  uses(name: string): boolean {
    return this.#used.has(name);
  }

  #learn({ tensorValues }: Graph): void {
    for (const [name, meta] of tensorValues) this.#metas.set(name, meta);
  }

  #initializer(value: string, name: string): void {
    const data = (this.parts.stateDict.get(name) ?? this.parts.constants.get(name)) as Tensor;
    const taken = this.graph.names.take(name);
    this.graph.initializers.push({ name: taken, dtype: data.dtype.name, dims: data.shape, data });
    this.#slots.set(value, taken);
  }

  #input(arg: Argument, names: readonly string[], next: () => number): void {
    if (arg.type !== 'as_tensor') return;
    const name = names[next()] as string;
    this.#slots.set(arg.value.name, name);
  }

  #output(arg: Argument): string | null {
    if (arg.type === 'as_tensor') return this.tensor(arg.value.name);
    if (arg.type === 'as_sym_int' && arg.value.type === 'as_name') return this.integer(arg.value.value);
    return null;
  }

  #node(node: Node): void {
    if (node.target.startsWith('_operator.') || node.target.startsWith('torch.ops.aten.sym_size')) {
      return this.#integer(node);
    }
    if (node.target === 'torch.ops.higher_order.wrap_with_set_grad_enabled') return this.#inline(node);
    if (node.target === 'torch.ops.higher_order.cond') return this.#choose(node);
    const written = inPlace(node);
    if (written !== null) return this.#write(node, written);
    const made = this.#convert(node);
    for (const [i, name] of new Call(this, node).resultNames().entries()) {
      const value = made[i];
      if (typeof value === 'string') this.#slots.set(name, value, node, i);
    }
  }

  #convert(node: Node): readonly (string | null)[] {
    const call = new Call(this, node);
    const converter = Object.hasOwn(CONVERTERS, call.operator) ? CONVERTERS[call.operator] : undefined;
    if (!converter) throw unsupported(call);
    const made = converter(call);
    return typeof made === 'string' ? [made] : made;
  }

  /** An operator that writes: what the one without `_` gives goes into its first tensor. */
  #write(node: Node, pure: string): void {
    const call = new Call(this, node);
    const target = call.nameOf('self');
    if (!/\.(detach|requires_grad)\./.test(pure)) {
      const value = this.#convert({ ...node, target: pure });
      this.#slots.write(target, this.#keepForm(call, value[0] as string));
    }
    for (const name of call.resultNames()) this.#slots.alias(name, target);
  }

  /** A write does not change the dtype of what is written to. */
  #keepForm(call: Call, value: string): string {
    const [self, result] = [call.meta('self'), call.result()];
    return self.dtype === result.dtype ? value : this.graph.cast(value, self.dtype);
  }

  /** A part of the graph that runs without autograd. */
  #inline(node: Node): void {
    const [, graphArgument, ...given] = node.inputs;
    if (graphArgument?.arg.type !== 'as_graph') return;
    const { graph } = graphArgument.arg.value;
    this.#learn(graph);
    graph.inputs.forEach((input, i) => this.#pass(input, given[i]?.arg));
    graph.nodes.forEach((inner) => this.#node(inner));
    node.outputs.flatMap(spread).forEach((output, i) => this.#pass(output, graph.outputs[i]));
  }

  /** A choice between two graphs. */
  #choose(node: Node): void {
    const [pred, onTrue, onFalse, operands] = node.inputs.map(({ arg }) => arg);
    if (pred?.type !== 'as_tensor' || onTrue?.type !== 'as_graph' || onFalse?.type !== 'as_graph') {
      throw runtimeError(`torch.onnx.export: a torch.cond that no tensor decides has no rule${placeOf(node)}`);
    }
    const given = operands ? spread(operands) : [];
    const [then_branch, else_branch] = [onTrue, onFalse].map(({ value }) => ({
      graph: this.#branch(value.graph, given),
    }));
    const outputs = node.outputs.flatMap(spread);
    const condition = this.graph.cast(this.tensor(pred.value.name), 'bool');
    const made = this.graph.ops('If', [condition], { then_branch, else_branch }, outputs.length);
    outputs.forEach((output, i) => {
      if (output.type === 'as_tensor') this.#slots.set(output.value.name, made[i] as string);
    });
  }

  /** The graph of one way. It takes nothing: ONNX's graphs see what is around them. */
  #branch(graph: Graph, given: readonly Argument[]): object {
    const inner = new Conversion(this.parts, this.graph.names);
    inner.#learn(graph);
    namesIn(graph, inner.#used);
    graph.inputs.forEach((input, i) => inner.#take(input, given[i], this));
    graph.nodes.forEach((node) => inner.#node(node));
    const output = graph.outputs.map((one) => {
      const result = inner.#output(one);
      if (result === null || one.type !== 'as_tensor') {
        throw runtimeError(
          'torch.onnx.export: a branch of torch.cond gives a value that is no tensor, which ONNX cannot',
        );
      }
      const name = inner.graph.op('Identity', [result]);
      return { name, type: { tensorType: { elemType: onnxType(inner.metaOf(one.value.name).dtype) } } };
    });
    this.graph.initializers.push(...inner.graph.initializers);
    return { name: this.graph.names.take('branch'), node: inner.graph.nodes, input: [], output };
  }

  #take(input: Argument, from: Argument | undefined, outer: Conversion): void {
    if (input.type === 'as_tensor' && from?.type === 'as_tensor') {
      this.#slots.set(input.value.name, outer.tensor(from.value.name));
    }
    const isSize = input.type === 'as_sym_int' && input.value.type === 'as_name' && from?.type === 'as_sym_int';
    if (!isSize || from.value.type !== 'as_name') return;
    this.#integers.set(input.value.value, outer.integer(from.value.value));
  }

  #pass(to: Argument, from: Argument | undefined): void {
    if (to.type === 'as_tensor' && from?.type === 'as_tensor' && to.value.name !== from.value.name) {
      this.#slots.alias(to.value.name, from.value.name);
    }
    if (to.type === 'as_sym_int' && to.value.type === 'as_name' && from?.type === 'as_sym_int') {
      if (from.value.type === 'as_name') this.#integers.set(to.value.value, this.integer(from.value.value));
    }
  }

  #integer(node: Node): void {
    const [output] = node.outputs;
    if (output?.type !== 'as_sym_int' || output.value.type !== 'as_name') {
      throw runtimeError(`torch.onnx.export: ${node.target} gives no integer${placeOf(node)}`);
    }
    const call = new Call(this, node);
    const { graph: g } = this;
    const operand = (name: string): string => g.squeeze(call.size(name), 0);
    const [a, b] = node.target.startsWith('_operator.') ? [operand('a'), call.has('b') ? operand('b') : ''] : ['', ''];
    const found: Readonly<Record<string, () => string>> = {
      'torch.ops.aten.sym_size.int': () => g.squeeze(g.size(call.tensor('self'), call.number('dim')), 0),
      '_operator.add': () => g.op('Add', [a, b]),
      '_operator.sub': () => g.op('Sub', [a, b]),
      '_operator.mul': () => g.op('Mul', [a, b]),
      '_operator.mod': () => g.op('Mod', [a, b]),
      '_operator.neg': () => g.op('Neg', [a]),
      // ONNX rounds towards zero, and Python down.
      '_operator.floordiv': () => g.op('Div', [g.op('Sub', [a, g.op('Mod', [a, b])]), b]),
    };
    const make = found[node.target];
    if (!make) throw runtimeError(`torch.onnx.export: ${node.target} of sizes has no rule${placeOf(node)}`);
    this.#integers.set(output.value.value, make());
  }

  /** What is known of a tensor of the program. */
  metaOf(name: string): ReturnType<typeof metaFrom> {
    return metaFrom(this.meta(name));
  }
}

/** The tensors of a list one by one. */
function spread(arg: Argument): readonly Argument[] {
  return arg.type === 'as_tensors' ? arg.value.map((value) => ({ type: 'as_tensor', value })) : [arg];
}

/** The tensors that the nodes of a graph read, and that it gives back. */
function namesIn(graph: Graph, found: Set<string>): void {
  const read = (arg: Argument): void => {
    if (arg.type === 'as_tensor') found.add(arg.value.name);
    else if (arg.type === 'as_tensors') arg.value.forEach(({ name }) => found.add(name));
    else if (arg.type === 'as_optional_tensor') read(arg.value);
    else if (arg.type === 'as_optional_tensors') arg.value.forEach(read);
    else if (arg.type === 'as_graph') namesIn(arg.value.graph, found);
  };
  for (const { inputs } of graph.nodes) for (const { arg } of inputs) read(arg);
  graph.outputs.forEach(read);
}

/** What no rule can make, by the operator. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  'aten.ctc_loss':
    'goes through all alignments step by step, which ONNX has no operator for; leave the loss out of the model',
};

/** Operators that draw random numbers. */
const RANDOM = /^aten\.(rand|bernoulli|normal|uniform|multinomial|poisson|exponential|native_dropout)/;

/** The target without writing of one that writes to its first argument; null for others. */
function inPlace({ target }: Node): string | null {
  const match = /^(torch\.ops\.aten\.\w*[a-z0-9])_(\.\w+)$/.exec(target);
  return match ? `${match[1]}${match[2]}` : null;
}

function unsupported(call: Call): Error {
  const why = RANDOM.test(call.operator)
    ? 'draws random numbers, and ONNX would draw others'
    : Object.hasOwn(IMPOSSIBLE, call.operator)
      ? IMPOSSIBLE[call.operator]
      : undefined;
  if (why !== undefined) return runtimeError(`torch.onnx.export: ${call.operator} ${why}${placeOf(call.node)}`);
  const right = closest(call.operator, Object.keys(CONVERTERS));
  return runtimeError(
    `torch.onnx.export: no rule for ${call.operator}.${call.overload}${placeOf(call.node)}. Write this part of the model with ` +
      `other operators${right ? ` (there is one for ${right})` : ''}, or export a .pt2 with torch.export and convert it in ` +
      'Python with torch.onnx.export',
  );
}
