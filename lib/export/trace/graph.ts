import { runtimeError } from '../../errors';
import { layout as layoutCodes, scalarType } from '../../native/codes';
import type { Argument, Node, SymIntArgument } from '../schema/graph';
import { ArgumentKind } from '../schema/graph';
import type { SymInt, TensorMeta } from '../schema/values';
import type { MergedCall, Varying } from './align';
import { type Context, deviceOf, encodeInputs, scalarTypeCode, schemaOf } from './encode';
import type { Assignment, Expression } from './expression';
import { Names } from './names';
import { type RecordedForm, type RecordedValue, type Trace, tensorsIn } from './record';
import type { Shapes } from './shapes';
import { ruledSizes } from './shape-rules';
import { Sizes } from './sizes';

/** Operators whose result has no elements yet. */
const EMPTY = /^aten::(new_)?empty(_like|_strided|_permuted)?$/;

/** Operators whose result is as large as the elements say. */
const ANY_SIZE = /^aten::(nonzero|nonzero_numpy|argwhere|masked_select|_?unique\w*|bincount)$/;

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
  /** The sizes of tensors. */
  readonly #dims = new Map<number, readonly Expression[]>();
  readonly #detached = new Map<string, string>();
  /** Storages whose elements nothing has written yet, and where they were made. */
  readonly #unwritten = new Map<bigint, string>();
  #call: MergedCall | undefined;

  constructor(
    readonly label: string,
    private readonly trace: Trace,
    shapes: Shapes,
    runs: readonly Assignment[],
    /** Whether autograd was on when the model was called. */
    private readonly grad: boolean,
  ) {
    this.sizes = new Sizes(shapes, runs, this.names, (node) => this.nodes.push(node));
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
    if (this.#isOfAnySize(call)) throw this.#unknownSize(call.place);
    this.#checkWritten(call);
    const inputs = encodeInputs(this, call);
    for (const size of ruledSizes(call, (id) => this.#dims.get(id))) this.sizes.fitter.learn(size);
    const base = call.operator.replace(/^.*::/, '');
    const name = this.names.take(base);
    const outputs = this.#outputs(call, name);
    this.nodes.push({
      target: `torch.ops.${call.operator.replace('::', '.')}.${call.overload || 'default'}`,
      inputs,
      outputs,
      metadata: new Map([['stack_trace', stackTrace(call.place)]]),
      isHopSingleTensorReturn: null,
      name,
    });
  }

  /** The name of a tensor. Where autograd was off, calls get tensors without history. */
  tensor(id: number): string {
    const name = this.#values.get(id);
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
      metadata: new Map(),
      isHopSingleTensorReturn: null,
      name,
    });
    return name;
  }

  #outputs(call: MergedCall, base: string): Argument[] {
    const { returns } = schemaOf(call.operator, call.overload);
    const single = returns.length === 1 && returns[0]?.type === 'Tensor';
    let at = 0;
    const one = (value: RecordedValue): string => {
      const name = single ? base : this.names.take('getitem');
      this.#noteResult((value as { t: number }).t, name, call, at++);
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

  #noteResult(id: number, name: string, call: MergedCall, at: number): void {
    this.#note(
      id,
      name,
      call.runs.map((forms) => forms[at] as RecordedForm),
      call.place,
    );
    // What was written to without autograd keeps its name, and with it its history.
    const keeps = this.grad && !call.grad && this.#values.has(id);
    if (!keeps) this.#values.set(id, name);
  }

  #note(id: number, name: string, forms: readonly RecordedForm[], place: string): void {
    const [form] = forms as [RecordedForm];
    if (form.requiresGrad) this.#live.add(name);
    const at = (list: (form: RecordedForm) => readonly number[], axis: number): number[] =>
      forms.map((one) => list(one)[axis] as number);
    const dims = form.sizes.map((_, axis) =>
      this.#dimension(
        at(({ sizes }) => sizes, axis),
        place,
      ),
    );
    this.#dims.set(id, dims);
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

  /** Memory that was filled outside of operators would be written as a tensor with any elements. */
  #checkWritten(call: MergedCall): void {
    const { arguments: parameters } = schemaOf(call.operator, call.overload);
    const storage = (id: number): bigint => this.trace.tensors[id]?.storage ?? 0n;
    const made = tensorsIn(call.results).map(storage);
    for (const [i, value] of call.inputs.entries()) {
      for (const id of tensorsIn(value as RecordedValue)) {
        const key = storage(id);
        if (parameters[i]?.write) this.#unwritten.delete(key);
        const place = this.#unwritten.get(key);
        if (place === undefined || made.includes(key)) continue;
        throw runtimeError(
          `${this.label}: the elements of a tensor come from outside of operators: ${place}. Read it before the model is ` +
            'called, and make it a buffer',
        );
      }
    }
    if (EMPTY.test(call.operator)) made.forEach((key) => this.#unwritten.set(key, call.place));
  }
}

/** A place as Python writes it: `File "model.ts", line 3, in forward`. */
function stackTrace(place: string): string {
  const match = /^(?:(.*?) \()?(.*?):(\d+)(?::\d+)?\)?$/.exec(place);
  if (!match) return place;
  return `  File "${match[2]}", line ${match[3]}, in ${match[1] ?? 'forward'}\n`;
}
