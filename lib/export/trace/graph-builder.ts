import { runtimeError } from '../../errors';
import { layout as layoutCodes, scalarType } from '../../native/codes';
import type { Argument, Node, SymIntArgument } from '../schema/graph';
import { ArgumentKind } from '../schema/graph';
import type { SymInt, TensorMeta } from '../schema/tensor-meta';
import type { MergedBranch, MergedCall, Varying } from './align';
import { choiceInputs } from './choice';
import { type Context, deviceOf, encodeInputs, scalarTypeCode, schemaOf } from './encode';
import type { Assignment, Expression } from './expression';
import { ElementSizes, type KnownSizes } from './element-sizes';
import { Fitter } from './fit';
import { Names } from './unique-names';
import { type RecordedForm, type RecordedValue, type Trace, tensorsIn } from './calls';
import type { Shapes } from './shapes';
import { ruledSizes } from './shape-rules';
import { Sizes } from './sizes';
import { stackTrace } from './source-lines';
import { Unwritten } from './unwritten';

/** Operators whose result is as large as the elements say. */
const ANY_SIZE = /^aten::(nonzero|nonzero_numpy|argwhere|masked_select|_?unique\w*|bincount)$/;

/** The graph around another one, and what the inner one takes from it. */
export interface Outer {
  readonly builder: GraphBuilder;
  /** Names of the outer graph, in order. */
  readonly operands: string[];
}

/** Makes the nodes of a graph from the calls of a recording. */
export class GraphBuilder implements Context {
  readonly names = new Names();
  readonly nodes: Node[] = [];
  readonly metas = new Map<string, TensorMeta>();
  readonly sizes: Sizes;
  /** What a tensor of the recording is called now. */
  readonly #values = new Map<number, string>();
  /** Names whose tensors require grad. */
  readonly #live = new Set<string>();
  /** The sizes of tensors, by their numbers and by their names. */
  readonly #dims = new Map<number, readonly Expression[]>();
  readonly #dimsOfNames = new Map<string, readonly Expression[]>();
  /** What this graph calls the operands that it takes from the one around it. */
  readonly #operands = new Map<string, string>();
  readonly #detached = new Map<string, string>();
  readonly #unwritten: Unwritten;
  /** Sizes that elements decide; those of a graph within this one are its own. */
  readonly elementSizes: ElementSizes;
  readonly #runs: readonly Map<string, number>[];
  #call: MergedCall | undefined;
  #choices = 0;

  constructor(
    readonly label: string,
    private readonly trace: Trace,
    private readonly shapes: Shapes,
    runs: readonly Assignment[],
    /** Whether autograd was on when the model was called. */
    private readonly grad: boolean,
    private readonly outer: Outer | null = null,
  ) {
    this.#unwritten = new Unwritten(label, trace.tensors);
    const emit = (node: Node): void => void this.nodes.push({ ...node, metadata: this.#metadata() });
    const missing = (name: string): void => this.#fetchSize(name);
    this.#runs = outer ? outer.builder.#runs : runs.map((run) => new Map(run));
    const fitter = outer?.builder.sizes.fitter ?? new Fitter(shapes, this.#runs);
    this.sizes = new Sizes(fitter, this.#runs, this.names, emit, missing);
    this.elementSizes = outer?.builder.elementSizes ?? new ElementSizes(label, fitter, this.#runs, trace);
  }

  /** A builder for a graph within this one. */
  inner(operands: string[]): GraphBuilder {
    const { label, trace, shapes, grad } = this;
    return new GraphBuilder(label, trace, shapes, this.#runs, grad, { builder: this, operands });
  }

  /** Gives a tensor that the graph takes a name. */
  addInput(id: number, base: string, forms: readonly RecordedForm[]): string {
    const name = this.names.take(base);
    this.#values.set(id, name);
    this.#note(id, name, forms, base);
    return name;
  }

  /** Other elements for the same tensor: a copy that calls may write to. */
  copyOf(id: number): void {
    const name = this.tensor(id);
    const meta = this.metas.get(name) as TensorMeta;
    this.#values.set(id, this.#unary('lift_fresh_copy', name, meta));
  }

  addCall(call: MergedCall): void {
    this.#call = call;
    if (call.branches) return this.#addChoice(call, call.branches);
    if (this.#isOfAnySize(call)) throw this.#unknownSize(call.place);
    this.#unwritten.check(call);
    const inputs = encodeInputs(this, call);
    const dimsOf = (id: number): readonly Expression[] | undefined => this.#dims.get(id);
    for (const size of ruledSizes(call, dimsOf)) this.sizes.fitter.learn(size);
    const known = this.elementSizes.sizesOf(call, dimsOf);
    this.elementSizes.note(call);
    const base = call.operator.replace(/^.*::/, '');
    const name = this.names.take(base);
    const outputs = this.#outputs(call, name, known);
    this.nodes.push({
      target: `torch.ops.${call.operator.replace('::', '.')}.${call.overload || 'default'}`,
      inputs,
      outputs,
      metadata: this.#metadata(),
      isHopSingleTensorReturn: null,
      name,
    });
  }

  #addChoice(call: MergedCall, branches: readonly MergedBranch[]): void {
    const name = this.names.take('cond');
    const [pred] = call.inputs as [{ readonly t: number }];
    const inputs = choiceInputs(this, this.tensor(pred.t), branches, this.#choices++);
    const outputs = call.results.map((value, i): Argument => {
      const result = this.names.take('getitem');
      this.#noteResult((value as { t: number }).t, result, call, i);
      return { type: 'as_tensor', value: { name: result } };
    });
    this.elementSizes.note(call);
    const metadata = this.#metadata();
    const target = 'torch.ops.higher_order.cond';
    this.nodes.push({ target, inputs, outputs, metadata, isHopSingleTensorReturn: false, name });
  }

  /** Where the call that is being added stood in the model. */
  #metadata(): Map<string, string> {
    if (!this.#call) return new Map([['nn_module_stack', this.trace.rootModules]]);
    return new Map([
      ['stack_trace', stackTrace(this.#call.place)],
      ['nn_module_stack', this.#call.modules],
    ]);
  }

  /** What this graph calls a value of the graph around it; the value becomes an operand. */
  operand(outerName: string): string {
    const known = this.#operands.get(outerName);
    if (known !== undefined) return known;
    const { builder, operands } = this.outer as Outer;
    if (!operands.includes(outerName)) operands.push(outerName);
    const name = this.names.take(outerName);
    this.#operands.set(outerName, name);
    this.metas.set(name, builder.metas.get(outerName) as TensorMeta);
    if (builder.#live.has(outerName)) this.#live.add(name);
    const dims = builder.#dimsOfNames.get(outerName) ?? [];
    this.#dimsOfNames.set(name, dims);
    this.sizes.addInput(name, dims.map(symbolOnly));
    return name;
  }

  /** Takes a tensor from the graph around this one; undefined where there is none. */
  #fromOutside(id: number): string | undefined {
    if (!this.outer) return undefined;
    const { builder } = this.outer;
    const name = this.operand(builder.tensor(id));
    this.#values.set(id, name);
    const dims = builder.#dims.get(id);
    if (dims) this.#dims.set(id, dims);
    return name;
  }

  /** Takes a tensor that has a size of this name, which no operand has yet. */
  #fetchSize(symbol: string): void {
    if (!this.outer) return;
    const { input, axis, size } = this.outer.builder.sizes.sourceOf(symbol);
    this.sizes.addInput(this.operand(input), [...Array<number>(axis).fill(0), size]);
  }

  /** The name of a tensor. Where autograd was off, calls get tensors without history. */
  tensor(id: number): string {
    const name = this.#values.get(id) ?? this.#fromOutside(id);
    if (name === undefined) throw runtimeError(`${this.label}: a tensor is used before it is made`);
    const off = this.grad && this.#call?.grad === false;
    return off && this.#live.has(name) ? this.#detach(name) : name;
  }

  /** The name of a tensor that is an output of the graph. */
  output(id: number): string {
    this.#call = undefined;
    return this.tensor(id);
  }

  express({ varying, float }: Varying, call: MergedCall): Expression {
    const found = float ? null : this.sizes.fitter.fit(varying);
    if (found) return found;
    throw runtimeError(
      `${this.label}: a number in ${call.operator.replace('::', '.')} depends on the inputs in a way that a graph cannot ` +
        `hold (it was ${varying.join(', ')} in runs with other sizes): ${call.place}. Sizes, their sums, products and ` +
        'quotients rounded down are possible; compute others with tensors',
    );
  }

  size(expression: Expression): SymIntArgument {
    return this.sizes.argument(expression);
  }

  #detach(name: string): string {
    let made = this.#detached.get(name);
    if (made === undefined) {
      const meta = { ...(this.metas.get(name) as TensorMeta), requiresGrad: false };
      this.#detached.set(name, (made = this.#unary('detach', name, meta)));
    }
    return made;
  }

  #unary(operator: string, input: string, meta: TensorMeta): string {
    const name = this.names.take(operator);
    this.metas.set(name, meta);
    this.nodes.push({
      target: `torch.ops.aten.${operator}.default`,
      inputs: [{ name: 'self', arg: { type: 'as_tensor', value: { name: input } }, kind: ArgumentKind.positional }],
      outputs: [{ type: 'as_tensor', value: { name } }],
      metadata: this.#metadata(),
      isHopSingleTensorReturn: null,
      name,
    });
    return name;
  }

  #outputs(call: MergedCall, base: string, known: KnownSizes): Argument[] {
    const { returns } = schemaOf(call.operator, call.overload);
    const single = returns.length === 1 && returns[0]?.type === 'Tensor';
    let at = 0;
    const one = (value: RecordedValue): string => {
      const name = single ? base : this.names.take('getitem');
      this.#noteResult((value as { t: number }).t, name, call, at, known[at++]);
      return name;
    };
    return call.results.map((value): Argument => {
      if (Array.isArray(value)) {
        return { type: 'as_tensors', value: (value as readonly RecordedValue[]).map((item) => ({ name: one(item) })) };
      }
      if (typeof value !== 'object' || value === null || !('t' in value)) return { type: 'as_none', value: true };
      return { type: 'as_tensor', value: { name: one(value) } };
    });
  }

  #noteResult(id: number, name: string, call: MergedCall, at: number, known: KnownSizes[number] = []): void {
    const forms = call.runs.map((run) => run[at] as RecordedForm);
    this.#note(id, name, forms, call.place, known);
    // What was written to without autograd keeps its name, and with it its history.
    const keeps = this.grad && !call.grad && this.#values.has(id);
    if (!keeps) this.#values.set(id, name);
  }

  #note(id: number, name: string, forms: readonly RecordedForm[], place: string, known: KnownSizes[number] = []): void {
    const [form] = forms as [RecordedForm];
    if (form.requiresGrad) this.#live.add(name);
    const at = (list: (form: RecordedForm) => readonly number[], axis: number): number[] =>
      forms.map((one) => list(one)[axis] as number);
    const sizesOf = ({ sizes }: RecordedForm): readonly number[] => sizes;
    const dims = form.sizes.map((_, axis) => known[axis] ?? this.#dimension(at(sizesOf, axis), place));
    if (known.some((size) => size?.kind === 'symbol')) this.sizes.addInput(name, dims.map(symbolOnly));
    this.#dims.set(id, dims);
    this.#dimsOfNames.set(name, dims);
    this.metas.set(name, {
      dtype: scalarTypeCode(form.dtype),
      sizes: dims.map((size) => this.sizes.metaOf(size)),
      requiresGrad: form.requiresGrad,
      device: deviceOf(form.device),
      strides: form.strides.map((stride, axis) =>
        this.#stride(
          at(({ strides }) => strides, axis),
          stride,
        ),
      ),
      storageOffset: this.#stride(
        forms.map(({ offset }) => offset),
        form.offset,
      ),
      layout: form.layout === layoutCodes.strided ? 7 : 1,
    });
  }

  #dimension(values: readonly number[], place: string): Expression {
    const found = this.sizes.fitter.fit(values);
    if (found) return found;
    throw this.#unknownSize(place);
  }

  #unknownSize(place: string): Error {
    return runtimeError(
      `${this.label}: the size of a result depends on elements: ${place}. Results such as those of nonzero() and of x[mask] ` +
        'cannot be exported; torch.where keeps the size',
    );
  }

  #isOfAnySize({ operator, overload, inputs }: MergedCall): boolean {
    if (operator === 'aten::repeat_interleave') return overload === 'Tensor' && inputs[1] === null;
    if (operator !== 'aten::index') return ANY_SIZE.test(operator);
    const masks = [scalarType.bool, scalarType.uint8] as readonly number[];
    return tensorsIn(inputs[1] as RecordedValue).some((id) => masks.includes(this.trace.tensors[id]?.form.dtype ?? -1));
  }

  /** Strides are a note for whoever reads the program. */
  #stride(values: readonly number[], first: number): SymInt {
    return this.sizes.meta(values) ?? { type: 'as_int', value: first };
  }
}

/** A size from which a symbol can be read as it is. */
const symbolOnly = (size: Expression): Expression | number => (size.kind === 'symbol' ? size : 0);
