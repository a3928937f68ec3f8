import { native } from '../native/binding';
import type { Handle } from '../native/contract';
import type { PackageBox } from '../native/contract/jit';
import { type JobOptions, runJob } from '../native/jobs';
import { type Values, any, bool, count, int, keyword, record, str } from '../arguments/fields';
import { pathOf, statOf, requireRegular } from '../arguments/files';
import { messageOf } from '../arguments/describe';
import { entriesOf } from '../arguments/plain-object';
import { readArguments, takesNothing } from '../arguments/read';
import { runtimeError } from '../errors';
import { SIGNAL } from '../serialization/fields';
import { serializationError } from '../serialization/errors';
import { expectTensor } from '../tensor/arguments';
import { type Tensor, handleOf, wrap } from '../ops/tensor-methods';
import { CallSpec } from './call';
import type { GraphModule } from './schema/program';

/** Options of {@link aotiLoadPackage}. */
export interface AotiLoadOptions {
  /**
   * Must be true: a package is native code, and loading one runs it. Load only what you have made yourself or trust.
   *
   * @defaultValue false
   */
  readonly allowNativeCode: boolean;
  /** Which model of the package. @defaultValue 'model' */
  readonly modelName?: string;
  /** Run without the locks that let several threads call. @defaultValue false */
  readonly runSingleThreaded?: boolean;
  /** How many calls may run at the same time. @defaultValue 1 */
  readonly numRunners?: number;
  /** The number of the GPU; -1: that of the package. @defaultValue -1 */
  readonly deviceIndex?: number;
}

const LOAD = {
  path: any<string | URL>(),
  modelName: str('model'),
  runSingleThreaded: bool(false),
  numRunners: count(1, 1),
  deviceIndex: int(-1),
  allowNativeCode: keyword(bool(false)),
};
const LOAD_ASYNC = { ...LOAD, ...SIGNAL };
const CONSTANTS = { constantsMap: record<Readonly<Record<string, Tensor>>>(), checkFullUpdate: bool(true) };

const KEY = Symbol('AotiModel');

/**
 * A model that Python's AOTInductor has compiled, as {@link aotiLoadPackage} gives it. It computes without gradients.
 *
 * @example
 * ```ts
 * const model = torch.export.aotiLoadPackage('compiled.pt2', { allowNativeCode: true });
 * console.log(model.getMetadata(), model.getConstantFqns());
 * const y = model.forward(torch.randn([4, 8]));
 * ```
 *
 * @see https://docs.pytorch.org/docs/2.13/user_guide/torch_compiler/torch.compiler_aot_inductor.html
 */
export class AotiModel {
  readonly #box: PackageBox;
  readonly #spec: CallSpec;
  readonly #constants: readonly string[];
  readonly #metadata: Readonly<Record<string, string>>;

  /** @internal */
  constructor(...args: [key: symbol, box: PackageBox]) {
    const [key, box] = args;
    if (key !== KEY) throw runtimeError('an AotiModel is made by torch.export.aotiLoadPackage');
    const { metadata, callSpec, constants } = native.packageInfo(box);
    this.#box = box;
    this.#constants = constants;
    this.#metadata = Object.fromEntries(metadata);
    this.#spec = specOf(callSpec);
  }

  /**
   * Runs the model.
   *
   * @param inputs - Arguments in the form of those that Python has exported it with: by position, or by name in a trailing object; arrays
   *   for tuples and lists, objects for dicts. All leaves are tensors with the dtype, device and fixed sizes of the example.
   * @returns What the model returned in Python, in the same tree; the tensors have no gradients.
   * @throws TypeError for arguments that are missing, unknown, too many or no tensors
   * @throws TorchError for a dtype, a device or a size that the package was not compiled for
   * @example
   * ```ts
   * const model = torch.export.aotiLoadPackage('compiled.pt2', { allowNativeCode: true });
   * const y = model.forward(torch.randn([4, 8])) as torch.Tensor;
   * ```
   */
  forward(...inputs: unknown[]): unknown {
    return this.#result(native.packageRun(this.#box, this.#leaves(inputs)));
  }

  /**
   * {@link forward}, off the thread. Calls at the same time wait for one of `numRunners`. Change no input before the promise settles.
   *
   * @throws What {@link forward} throws, as the reason of the promise.
   * @example
   * ```ts
   * const model = torch.export.aotiLoadPackage('compiled.pt2', { allowNativeCode: true, numRunners: 2 });
   * const [y, z] = await Promise.all([model.forwardAsync(torch.randn([4, 8])), model.forwardAsync(torch.randn([4, 8]))]);
   * ```
   */
  async forwardAsync(...inputs: unknown[]): Promise<unknown> {
    const leaves = this.#leaves(inputs);
    return runJob(
      (settle) => native.packageRunAsync(this.#box, leaves, settle),
      (outputs) => this.#result(outputs as Handle[]),
    );
  }

  #leaves(inputs: readonly unknown[]): Handle[] {
    const { paths } = this.#spec;
    const leaves = this.#spec.leaves('AotiModel.forward', inputs);
    return leaves.map((leaf, i) => handleOf(expectTensor('AotiModel.forward', leaf, paths[i]?.join('.'))));
  }

  #result(outputs: readonly Handle[]): unknown {
    return this.#spec.result(outputs.map((handle) => wrap(handle)));
  }

  /** What the package says of itself, such as `AOTI_DEVICE_KEY`: texts by name. */
  getMetadata(...args: []): Readonly<Record<string, string>> {
    takesNothing('AotiModel.getMetadata', args);
    return { ...this.#metadata };
  }

  /** The names of its weights, as state dicts have them. */
  getConstantFqns(...args: []): string[] {
    takesNothing('AotiModel.getConstantFqns', args);
    return [...this.#constants];
  }

  /**
   * Replaces weights, by their names.
   *
   * @param constantsMap - Tensors by the names of {@link getConstantFqns}, with the shapes and dtypes of the weights that they replace.
   * @param checkFullUpdate - Fail unless all of them are given. The default is true; Python has none.
   * @throws TorchError for an unknown name, or where one is missing
   * @example
   * ```ts
   * const model = torch.export.aotiLoadPackage('compiled.pt2', { allowNativeCode: true });
   * model.loadConstants(torch.load('tuned.pt'), { checkFullUpdate: false });
   * ```
   */
  loadConstants(
    constantsMap: Readonly<Record<string, Tensor>> | ReadonlyMap<string, Tensor>,
    checkFullUpdate?:
      | boolean
      | {
          /** Fail unless all weights are given. @defaultValue true */
          readonly checkFullUpdate?: boolean;
        },
  ): void;
  loadConstants(...args: readonly unknown[]): void {
    const { constantsMap, checkFullUpdate } = readArguments('AotiModel.loadConstants', CONSTANTS, args);
    const entries = entriesOf(constantsMap).map(([name, tensor]): [string, Handle] => {
      if (!this.#constants.includes(String(name))) {
        throw runtimeError(`AotiModel.loadConstants: the package has no weight '${String(name)}'`);
      }
      return [String(name), handleOf(expectTensor('AotiModel.loadConstants', tensor, String(name)))];
    });
    const [names, tensors] = [entries.map(([name]) => name), entries.map(([, handle]) => handle)];
    const missing = this.#constants.filter((name) => !names.includes(name));
    if (checkFullUpdate && missing.length > 0) {
      throw runtimeError(`AotiModel.loadConstants: ${missing.join(', ')} is missing (see checkFullUpdate)`);
    }
    native.packageLoadConstants(this.#box, names, tensors, checkFullUpdate);
  }
}

/** The trees that go in and out. */
function specOf([inSpec = '', outSpec = '']: readonly string[]): CallSpec {
  const signature = { inSpec, outSpec, forwardArgNames: null };
  const module = { moduleCallGraph: [{ fqn: '', signature }], treespecNamedtupleFields: new Map() };
  return new CallSpec(module as unknown as GraphModule, (what) => {
    throw serializationError(`torch.export.aotiLoadPackage: ${what}`);
  });
}

/**
 * Loads a model that Python has compiled to native code with `torch._inductor.aoti_compile_and_package`: a `.pt2` file, or
 * the folder that one was unpacked into. Shapes, dtypes and devices of the inputs are checked at each call.
 *
 * @param path - The file or the folder.
 * @param options - Which model, how many calls at a time, and the consent to run native code.
 * @throws TorchError unless `allowNativeCode` is true; if there is no such model in the package, or it is for another
 *   machine; with code `ERR_TORCH_FILE` for a file that cannot be read.
 * @example
 * ```ts
 * const model = torch.export.aotiLoadPackage('compiled.pt2', { allowNativeCode: true });
 * const y = model.forward(torch.randn([4, 8]));
 * ```
 *
 * @see https://docs.pytorch.org/docs/2.13/user_guide/torch_compiler/torch.compiler_aot_inductor.html
 */
export function aotiLoadPackage(path: string | URL, options: AotiLoadOptions): AotiModel;
export function aotiLoadPackage(path: string | URL, modelName: string, options: AotiLoadOptions): AotiModel;
export function aotiLoadPackage(...args: readonly unknown[]): AotiModel {
  const values = readArguments('torch.export.aotiLoadPackage', LOAD, args);
  const request = requestOf('torch.export.aotiLoadPackage', values);
  try {
    return new AotiModel(KEY, native.packageLoad(...request));
  } catch (error) {
    throw explained('torch.export.aotiLoadPackage', request, error);
  }
}

/**
 * {@link aotiLoadPackage}, off the thread.
 *
 * @param path - The file or the folder.
 * @param options - Those of {@link aotiLoadPackage}, and `signal`, which aborts the work.
 * @throws What {@link aotiLoadPackage} throws, as the reason of the promise.
 * @see https://docs.pytorch.org/docs/2.13/user_guide/torch_compiler/torch.compiler_aot_inductor.html
 * @example
 * ```ts
 * const model = await torch.export.aotiLoadPackageAsync('compiled.pt2', { allowNativeCode: true });
 * ```
 */
export function aotiLoadPackageAsync(path: string | URL, options: AotiLoadOptions & JobOptions): Promise<AotiModel>;
export function aotiLoadPackageAsync(
  path: string | URL,
  modelName: string,
  options: AotiLoadOptions & JobOptions,
): Promise<AotiModel>;
export async function aotiLoadPackageAsync(...args: readonly unknown[]): Promise<AotiModel> {
  const { signal, ...values } = readArguments('torch.export.aotiLoadPackageAsync', LOAD_ASYNC, args);
  const request = requestOf('torch.export.aotiLoadPackageAsync', values);
  try {
    const box = await runJob(
      (settle) => native.packageLoadAsync(...request, settle),
      (loaded) => loaded as PackageBox,
      { signal },
    );
    return new AotiModel(KEY, box);
  } catch (error) {
    // What the caller has aborted is no error of the file.
    throw signal?.aborted ? error : explained('torch.export.aotiLoadPackageAsync', request, error);
  }
}

type Request = [path: string, model: string, singleThreaded: boolean, runners: number, device: number];

function requestOf(label: string, values: Values<typeof LOAD>): Request {
  const path = pathOf(label, values.path);
  const stats = statOf(label, path);
  if (!stats.isDirectory()) requireRegular(label, path, stats);
  if (!values.allowNativeCode) {
    throw runtimeError(
      `${label}: a package of AOTInductor is native code that runs with all rights of this process. If you trust ` +
        `${JSON.stringify(path)}, pass { allowNativeCode: true }; torch.export.load reads programs that are data`,
    );
  }
  return [path, values.modelName, values.runSingleThreaded, values.numRunners, values.deviceIndex];
}

/** The error of a package that is not loaded: which one it is, and what is wrong with it. */
function explained(label: string, [path]: Request, cause: unknown): unknown {
  return serializationError(`${label}: ${JSON.stringify(path)}: ${messageOf(cause)}`, cause);
}
