import type { Variant } from './inputs';
import { runtimeError } from '../../errors';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import type { Module } from '../../nn/module';
import { libtorch } from '../../native/binding';
import { encodeInputs } from '../exported-program';
import type { ProgramParts } from '../program-parts';
import type { Argument, Graph } from '../schema/graph';
import { type Program, type RangeConstraint, SCHEMA_VERSION } from '../schema/program';
import type { InputSpec, OutputSpec } from '../schema/signature';
import { type MergedCall, align } from './align';
import type { Assignment } from './expression';
import { GraphBuilder } from './graph-builder';
import type { ModelTensor, Run, Subject } from './subject';
import { type RecordedForm, type RecordedValue, type SeenTensor, tensorsIn } from './calls';
import { identifier } from './signature';
import type { InputShape, Shapes } from './shapes';
import { specText } from './tree';

/** Everything that a program is made from. */
export interface Evidence {
  readonly label: string;
  readonly subject: Subject;
  readonly shapes: Shapes;
  /** The first one is that of the examples. */
  readonly runs: readonly Run[];
  readonly assignments: readonly Assignment[];
  /** How the elements of the runs differ from the examples. */
  readonly variant: Variant;
  /** What was different in a run, for messages. */
  readonly describe: (run: number) => string;
  readonly grad: boolean;
}

/** Makes the program of a model that has been recorded. */
export function programOf(evidence: Evidence): ProgramParts {
  const { label, runs, describe } = evidence;
  const calls = align(
    label,
    runs.map(({ trace }) => trace),
    describe,
  );
  return new ProgramMaker(evidence, calls).make();
}

class ProgramMaker {
  readonly #builder: GraphBuilder;
  readonly #inputs: Argument[] = [];
  readonly #specs: InputSpec[] = [];
  readonly #base: Run;

  constructor(
    private readonly evidence: Evidence,
    private readonly calls: readonly MergedCall[],
  ) {
    const { label, runs, shapes, assignments, grad } = evidence;
    this.#base = runs[0] as Run;
    this.#builder = new GraphBuilder(label, this.#base.trace, shapes, assignments, grad);
  }

  make(): ProgramParts {
    const { subject } = this.evidence;
    const count = this.#base.inputs.length;
    const given = this.#base.trace.inputs;
    subject.tensors.forEach((one, i) => this.#addModelTensor(one, given[count + i] as number));
    const lifted = this.#constants();
    this.#userInputs();
    this.#copyWritten(lifted);
    for (const call of this.calls) this.#builder.addCall(call);
    const outputs = this.#outputs();
    const constants = new Map<string, Tensor>();
    for (const { name, tensor, persistent } of subject.tensors) if (!persistent) constants.set(name, tensor);
    lifted.forEach((id, i) => constants.set(`lifted_tensor_${i}`, this.#seen(id).elements as Tensor));
    return {
      program: this.#program(outputs),
      stateDict: new Map(
        subject.tensors.filter(({ persistent }) => persistent).map(({ name, tensor }) => [name, tensor]),
      ),
      constants,
      exampleInputs: encodeInputs(subject.call.args, subject.call.kwargs),
    };
  }

  #seen(id: number): SeenTensor {
    return this.#base.trace.tensors[id] as SeenTensor;
  }

  #addModelTensor({ name, kind, persistent }: ModelTensor, id: number): void {
    const value = this.#place(id, `${kind === 'parameter' ? 'p' : 'b'}_${identifier([name])}`);
    this.#specs.push(
      kind === 'parameter'
        ? { type: 'parameter', value: { arg: { name: value }, parameterName: name } }
        : { type: 'buffer', value: { arg: { name: value }, bufferName: name, persistent } },
    );
  }

  #place(id: number, name: string, forms: readonly RecordedForm[] = [this.#seen(id).form]): string {
    const { runs } = this.evidence;
    const all = forms.length === runs.length ? forms : runs.map(() => forms[0] as RecordedForm);
    const value = this.#builder.addInput(id, name, all);
    this.#inputs.push({ type: 'as_tensor', value: { name: value } });
    return value;
  }

  /** Tensors that come from nowhere: they become constants of the program. */
  #constants(): number[] {
    const used = new Set<number>(this.#base.trace.outputs);
    for (const { inputs } of this.calls) tensorsIn(inputs as RecordedValue, []).forEach((id) => used.add(id));
    const lifted = [...used].filter((id) => this.#seen(id).origin === 2);
    for (const [i, id] of lifted.entries()) {
      this.#checkConstant(id);
      const value = this.#place(id, `c_lifted_tensor_${i}`);
      this.#specs.push({
        type: 'tensor_constant',
        value: { arg: { name: value }, tensorConstantName: `lifted_tensor_${i}` },
      });
    }
    return lifted;
  }

  #checkConstant(id: number): void {
    const { form, storage, leaf } = this.#seen(id);
    const { label } = this.evidence;
    const place =
      this.calls.find(({ inputs }) => tensorsIn(inputs as RecordedValue).includes(id))?.place ?? 'an output';
    if (form.requiresGrad) {
      const what = leaf
        ? 'a tensor that requires grad is not a parameter of the model'
        : 'a tensor has a history from before';
      throw runtimeError(`${label}: ${what}: ${place}. Make it a property of the model: an nn.Parameter, or a buffer`);
    }
    const owner = this.#base.trace.tensors.findIndex((other) => other.origin !== 2 && other.storage === storage);
    if (owner < 0) return;
    throw runtimeError(`${label}: a tensor shares memory with another one, and no operator made it so: ${place}`);
  }

  /** Calls may write to constants, which have to stay as they are. */
  #copyWritten(lifted: readonly number[]): void {
    for (const id of lifted) {
      const { storage } = this.#seen(id);
      const written = this.calls.some(
        ({ writes, inputs }) =>
          writes && tensorsIn(inputs as RecordedValue).some((other) => this.#seen(other).storage === storage),
      );
      if (written) this.#builder.copyOf(id);
    }
  }

  #userInputs(): void {
    const { subject, shapes, runs } = this.evidence;
    let at = 0;
    for (const [i, input] of subject.call.inputs.entries()) {
      if (!isTensor(input.value)) {
        this.#constantInput(input.name, input.value);
        continue;
      }
      const place = at++;
      const forms = runs.map(({ trace }) => (trace.tensors[trace.inputs[place] as number] as SeenTensor).form);
      const name = this.#place(this.#base.trace.inputs[place] as number, input.name, forms);
      this.#builder.sizes.addInput(name, (shapes.inputs[i] as InputShape).sizes);
      this.#specs.push({ type: 'user_input', value: { arg: { type: 'as_tensor', value: { name } } } });
    }
  }

  #constantInput(base: string, value: unknown): void {
    const plain = plainArgument(value);
    this.#inputs.push(plain);
    this.#specs.push({ type: 'constant_input', value: { name: this.#builder.names.take(base), value: plain } });
  }

  #outputs(): Argument[] {
    const { outputs, trace } = this.#base;
    const ids = trace.outputs[Symbol.iterator]();
    return outputs.leaves.map(({ value }, i): Argument => {
      if (isTensor(value))
        return { type: 'as_tensor', value: { name: this.#builder.output(ids.next().value as number) } };
      if (typeof value !== 'number') return plainArgument(value);
      const all = this.evidence.runs.map((run) => Number(run.outputs.leaves[i]?.value));
      if (all.every((one) => Object.is(one, value))) return plainArgument(value);
      const size = this.#builder.sizes.fitter.fit(all);
      if (size) return { type: 'as_sym_int', value: this.#builder.size(size) };
      throw runtimeError(
        `${this.evidence.label}: forward returns a number that is computed from elements; return a tensor`,
      );
    });
  }

  #program(outputs: readonly Argument[]): Program {
    const { subject, shapes } = this.evidence;
    const { nodes, metas, sizes, elementSizes } = this.#builder;
    const graph: Graph = {
      inputs: this.#inputs,
      outputs,
      nodes,
      tensorValues: metas,
      symIntValues: sizes.values,
      symBoolValues: new Map(),
      isSingleTensorReturn: false,
      customObjValues: new Map(),
      symFloatValues: new Map(),
    };
    const outputSpecs = outputs.map((arg): OutputSpec => ({ type: 'user_output', value: { arg } }));
    const signature = {
      inputs: [],
      outputs: [],
      inSpec: specText(subject.call.tree.spec),
      outSpec: specText(this.#base.outputs.spec),
      forwardArgNames: subject.call.arguments.map(({ name }) => name),
    };
    return {
      graphModule: {
        graph,
        signature: { inputSpecs: this.#specs, outputSpecs },
        moduleCallGraph: [
          { fqn: '', signature },
          ...moduleNames(subject.model).map((fqn) => ({ fqn, signature: null })),
        ],
        metadata: new Map(),
        treespecNamedtupleFields: new Map(),
      },
      opsetVersion: new Map([['aten', 10]]),
      rangeConstraints: new Map([
        ...shapes.symbols.map(({ name, min, max }): [string, RangeConstraint] => [name, { minVal: min, maxVal: max }]),
        ...elementSizes.symbols.map((name): [string, RangeConstraint] => [name, { minVal: 0, maxVal: null }]),
      ]),
      schemaVersion: SCHEMA_VERSION,
      verifiers: ['TRAINING'],
      torchVersion: libtorch.version,
      guardsCode: [],
    };
  }
}

/** The names of the modules below a model. */
function moduleNames(model: Module): string[] {
  return model.namedModules().flatMap(([name]) => (name === '' ? [] : [name]));
}

type Plain = Extract<Argument, { type: 'as_none' | 'as_int' | 'as_float' | 'as_string' | 'as_bool' }>;

/** A value that is no tensor. */
function plainArgument(value: unknown): Plain {
  if (typeof value === 'boolean') return { type: 'as_bool', value };
  if (typeof value === 'string') return { type: 'as_string', value };
  if (typeof value === 'bigint') return { type: 'as_int', value };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'as_int' : 'as_float', value };
  return { type: 'as_none', value: true };
}
