import { bool, int, keyword, nullable, record, value } from '../arguments/fields';
import { typeName } from '../arguments/describe';
import { isPlainObject } from '../arguments/plain-object';
import { readArguments, takesNothing } from '../arguments/read';
import { typeError, valueError } from '../errors';
import { ExportedProgram } from '../export/exported-program';
import { Dim } from '../export/trace/dim';
import { exportWith } from '../export/trace/export';
import { type ModelCall, readCall } from '../export/trace/signature';
import type { DynamicShapes } from '../export/trace/shapes';
import { isTensor } from '../ops/tensor-methods';
import { Module } from '../nn/module';
import { modelBytes, writeModel } from './file';
import { OPSETS, type OnnxModel, inputValues, modelOf, outputValues } from './onnx-model';

const LABEL = 'torch.onnx.export';

/** Names of axes: `{ 0: 'batch' }`, or their numbers alone. */
export type DynamicAxes = Readonly<Record<string, Readonly<Record<number, string>> | readonly number[]>>;

const isStrings = (given: unknown): given is readonly string[] =>
  Array.isArray(given) && given.every((one) => typeof one === 'string');
const names = () => keyword(nullable(value<readonly string[]>('an array of strings', isStrings)));

const EXPORT = {
  model: value<Module | ExportedProgram>(
    'a Module or an ExportedProgram',
    (given) => given instanceof Module || given instanceof ExportedProgram,
  ),
  args: nullable(value<readonly unknown[]>('an array of inputs', Array.isArray)),
  f: nullable(value<string | URL>('a path', (given) => typeof given === 'string' || given instanceof URL)),
  kwargs: keyword({ ...nullable(record<Readonly<Record<string, unknown>>>()), object: false }),
  inputNames: names(),
  outputNames: names(),
  opsetVersion: keyword(nullable(int())),
  externalData: keyword(nullable(bool(), true)),
  dynamicShapes: keyword(nullable(value<DynamicShapes>('an object or an array', (given) => typeof given === 'object'))),
  dynamicAxes: keyword(nullable(record<DynamicAxes>())),
};

/** Options of {@link exportOnnx | torch.onnx.export}. */
export interface OnnxExportOptions {
  /** Inputs that the model takes by name. @defaultValue null */
  readonly kwargs?: Readonly<Record<string, unknown>> | null;
  /** Names of the inputs that are tensors, in order. @defaultValue the names of forward's arguments */
  readonly inputNames?: readonly string[] | null;
  /** Names of the outputs. @defaultValue `output`, or `output_0`, `output_1`, … */
  readonly outputNames?: readonly string[] | null;
  /** The version of ONNX's operators: 18 to 23; null: 18. @defaultValue null */
  readonly opsetVersion?: number | null;
  /**
   * Writes parameters of 1 KB and more into a file beside the model, `FILE.data`. false writes one file, which has to be smaller
   * than 2 GB; null does so where it is.
   *
   * @defaultValue true
   */
  readonly externalData?: boolean | null;
  /** Which sizes differ between calls, as in `torch.export.export`. @defaultValue null */
  readonly dynamicShapes?: DynamicShapes | null;
  /**
   * The older way to say it: for each input by its name in `inputNames`, the axes and their names. Entries for outputs are
   * accepted, and not needed.
   *
   * @defaultValue null
   */
  readonly dynamicAxes?: DynamicAxes | null;
}

/**
 * A model as ONNX, which {@link exportOnnx | torch.onnx.export} makes.
 *
 * @see https://docs.pytorch.org/docs/2.13/onnx_export.html#torch.onnx.ONNXProgram
 * @example
 * const program = torch.onnx.export(new nn.Linear(4, 2).eval(), [torch.randn([3, 4])]);
 * program.inputNames; // ['input']
 * program.outputNames; // ['output']
 */
export class ONNXProgram {
  /** The program that was converted. */
  readonly exportedProgram: ExportedProgram;
  /** The names of the inputs that are tensors, in order: what onnxruntime's `run` takes. */
  readonly inputNames: readonly string[];
  /** The names of the outputs, in order. */
  readonly outputNames: readonly string[];
  readonly #model: OnnxModel;

  private constructor(
    program: ExportedProgram,
    inputs: readonly string[],
    outputs: readonly string[],
    model: OnnxModel,
  ) {
    this.exportedProgram = program;
    this.inputNames = inputs;
    this.outputNames = outputs;
    this.#model = model;
  }

  /** @internal */
  static of(
    program: ExportedProgram,
    inputs: readonly string[],
    outputs: readonly string[],
    model: OnnxModel,
  ): ONNXProgram {
    return new ONNXProgram(program, inputs, outputs, model);
  }

  /**
   * Writes the model.
   *
   * @param destination - A file, usually `.onnx`; it appears whole or not at all.
   * @param options - Whether parameters go into a file beside it.
   * @throws TorchError with code `ERR_TORCH_FILE` where it cannot be written.
   * @throws RangeError for one file of 2 GB or more, which ONNX cannot hold.
   * @see https://docs.pytorch.org/docs/2.13/onnx_export.html#torch.onnx.ONNXProgram.save
   * @example
   * const program = torch.onnx.export(new nn.Linear(4, 2).eval(), [torch.randn([3, 4])]);
   * program.save('linear.onnx', { externalData: false });
   */
  save(
    destination: string | URL,
    options?: {
      /** Parameters in `FILE.data`; null: only beyond 2 GB. @defaultValue null */
      readonly externalData?: boolean | null;
    },
  ): void;
  save(...args: readonly unknown[]): void {
    const { destination, externalData } = readArguments('ONNXProgram.save', SAVE, args);
    writeModel('ONNXProgram.save', destination, this.#model, { externalData });
  }

  /**
   * The bytes of the file: what `onnxruntime-node` opens without one.
   *
   * @throws RangeError where they would be 2 GB or more, which ONNX cannot hold.
   * @example
   * const bytes = torch.onnx.export(new nn.Linear(4, 2).eval(), [torch.randn([3, 4])]).toBytes();
   */
  toBytes(...args: []): Uint8Array {
    takesNothing('ONNXProgram.toBytes', args);
    return modelBytes(this.#model);
  }
}

const SAVE = {
  destination: value<string | URL>('a path', (given) => typeof given === 'string' || given instanceof URL),
  externalData: keyword(nullable(bool())),
};

/**
 * Writes a model as ONNX, which runs in onnxruntime in most languages and on most machines. It is exported with
 * `torch.export` first, and checked there; see `docs/serving-elsewhere.md` for what can be expressed.
 *
 * @param model - The model, in evaluation mode; or a program.
 * @param args - Example inputs by position; null for a program.
 * @param f - Where it is written; null only returns it.
 * @returns The model, with {@link ONNXProgram.save | save} and {@link ONNXProgram.toBytes | toBytes}.
 * @throws TorchError for an operator without a counterpart in ONNX: the message names it and the line of the model.
 * @see https://docs.pytorch.org/docs/2.13/onnx_export.html
 * @example
 * const model = new nn.Linear(4, 2).eval();
 * torch.onnx.export(model, [torch.randn([3, 4])], 'linear.onnx', {
 *   inputNames: ['x'],
 *   dynamicAxes: { x: { 0: 'batch' } },
 * });
 */
export function exportOnnx(
  model: Module | ExportedProgram,
  args?: readonly unknown[] | null,
  f?: string | URL | null,
  options?: OnnxExportOptions,
): ONNXProgram;
export function exportOnnx(...given: readonly unknown[]): ONNXProgram {
  const options = readArguments(LABEL, EXPORT, given);
  const opset = options.opsetVersion ?? OPSETS.first;
  if (opset < OPSETS.first || opset > OPSETS.last) {
    throw valueError(`${LABEL}: opsetVersion has to be from ${OPSETS.first} to ${OPSETS.last}, got ${opset}`);
  }
  const { program, sizes } = programFor(options);
  const inputs = inputNamesOf(program, options.inputNames);
  const outputs = outputNamesOf(program, options.outputNames);
  const twice = [...inputs, ...outputs].find((name, i, all) => name === '' || all.indexOf(name) !== i);
  if (twice !== undefined) throw valueError(`${LABEL}: two inputs or outputs are called '${twice}'`);
  const model = modelOf(program.parts, { inputs, outputs, sizes, opset });
  if (options.f !== null) writeModel(LABEL, options.f, model, { externalData: options.externalData });
  return ONNXProgram.of(program, inputs, outputs, model);
}

interface Given {
  readonly model: Module | ExportedProgram;
  readonly args: readonly unknown[] | null;
  readonly kwargs: Readonly<Record<string, unknown>> | null;
  readonly inputNames: readonly string[] | null;
  readonly dynamicShapes: DynamicShapes | null;
  readonly dynamicAxes: DynamicAxes | null;
}

function programFor(given: Given): { program: ExportedProgram; sizes: ReadonlyMap<string, string> } {
  const { model, args, kwargs, dynamicShapes, dynamicAxes, inputNames } = given;
  if (model instanceof ExportedProgram) {
    if (dynamicShapes ?? dynamicAxes) {
      throw valueError(`${LABEL}: the sizes of a program are fixed already; leave dynamicShapes and dynamicAxes out`);
    }
    return { program: model, sizes: new Map() };
  }
  if (args === null) throw typeError(`${LABEL}: args, an array of example inputs, is missing`);
  if (dynamicShapes && dynamicAxes) throw valueError(`${LABEL}: give dynamicShapes or dynamicAxes, not both`);
  const call = readCall(LABEL, model, args, kwargs ?? {});
  const shapes = dynamicAxes ? fromAxes(call, inputNames, dynamicAxes) : dynamicShapes;
  return exportWith(LABEL, call, model, shapes);
}

/** `dynamicAxes` as `dynamicShapes`: for the tensors in order, by their names. */
function fromAxes(call: ModelCall, inputNames: readonly string[] | null, axes: DynamicAxes): DynamicShapes {
  const dims = new Map<string, Dim>();
  const dimOf = (name: string): Dim => {
    const known = dims.get(name) ?? new Dim(name.replace(/\W/g, '_'));
    dims.set(name, known);
    return known;
  };
  const tensors = call.inputs.filter((input) => isTensor(input.value));
  const specs = new Map<unknown, Record<number, Dim>>();
  tensors.forEach((input, i) => {
    const name = inputNames?.[i] ?? input.name;
    const given = axes[name];
    if (given) specs.set(input, entriesOf(name, given, dimOf));
  });
  const place = (argument: unknown, value_: unknown, path: readonly (string | number)[]): unknown => {
    if (Array.isArray(value_)) return value_.map((item, i) => place(argument, item, [...path, i]));
    if (isPlainObject(value_)) {
      return Object.fromEntries(
        Object.entries(value_).map(([key, item]) => [key, place(argument, item, [...path, key])]),
      );
    }
    const found = call.inputs.find((one) => one.argument === argument && one.path.join('\0') === path.join('\0'));
    return specs.get(found) ?? null;
  };
  const values = [...call.args, ...Object.values(call.kwargs)];
  return call.arguments.map((argument, i) => place(argument, values[i], []) as DynamicShapes);
}

function entriesOf(
  name: string,
  given: Readonly<Record<number, string>> | readonly number[],
  dimOf: (name: string) => Dim,
): Record<number, Dim> {
  const entries: [number, string][] = Array.isArray(given)
    ? given.map((axis: number) => [axis, `${name}_dynamic_axes_${axis + 1}`])
    : Object.entries(given).map(([axis, text]) => [Number(axis), text as string]);
  const bad = entries.find(([axis, text]) => !Number.isInteger(axis) || typeof text !== 'string');
  if (bad) throw typeError(`${LABEL}: dynamicAxes of ${name} has to be { axis: name }, got ${typeName(bad[1])}`);
  return Object.fromEntries(entries.map(([axis, text]) => [axis, dimOf(text)]));
}

function inputNamesOf({ parts }: ExportedProgram, given: readonly string[] | null): string[] {
  const values = inputValues(parts);
  if (given && given.length > values.length) {
    throw valueError(`${LABEL}: inputNames has ${given.length} names, and the model takes ${values.length} tensors`);
  }
  return values.map((name, i) => given?.[i] ?? name);
}

function outputNamesOf({ parts }: ExportedProgram, given: readonly string[] | null): string[] {
  const values = outputValues(parts);
  if (given && given.length > values.length) {
    throw valueError(`${LABEL}: outputNames has ${given.length} names, and the model returns ${values.length} tensors`);
  }
  return values.map((_, i) => given?.[i] ?? (values.length === 1 ? 'output' : `output_${i}`));
}
