import { native } from '../native/binding';
import type { Handle } from '../native/contract';
import type { PackageBox } from '../native/contract/jit';
import { type JobOptions, runJob } from '../native/jobs';
import { type Values, any, bool, count, int, keyword, record, str } from '../arguments/fields';
import { pathOf, statOf, requireRegular } from '../arguments/files';
import { entriesOf } from '../arguments/plain-object';
import { readArguments, takesNothing } from '../arguments/read';
import { runtimeError } from '../errors';
import { SIGNAL } from '../serialization/fields';
import { serializationError } from '../serialization/errors';
import { expectTensor } from '../tensor/arguments';
import { type Tensor, handleOf, wrap } from '../ops/tensor-methods';
import { CallSpec } from './call';
import type { GraphModule } from './schema/program';

export interface AotiLoadOptions {
  /** Must be true: a package is native code, and loading one runs it. Load only what you have made yourself or trust. */
  readonly allowNativeCode: boolean;
  /** Which model of the package. The default is `model`. */
  readonly modelName?: string;
  /** Run without the locks that let several threads call; the default is false. */
  readonly runSingleThreaded?: boolean;
  /** How many calls may run at the same time. The default is 1. */
  readonly numRunners?: number;
  /** The number of the GPU; by default that of the package. */
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

  /** Runs the model. Arguments have the form of those that Python has exported it with. */
  forward(...inputs: unknown[]): unknown {
    return this.#result(native.packageRun(this.#box, this.#leaves(inputs)));
  }

  /** {@link forward}, off the thread. */
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

  /** What the package says of itself, such as `AOTI_DEVICE_KEY`. */
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
   * @param checkFullUpdate Fail unless all of them are given. The default is true.
   */
  loadConstants(
    constantsMap: Readonly<Record<string, Tensor>> | ReadonlyMap<string, Tensor>,
    checkFullUpdate?:
      | boolean
      | {
          /** Fail unless all weights are given. The default is true. */
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
 * @throws TorchError unless `allowNativeCode` is true; if there is no such model in the package, or it is for another
 *   machine.
 * ```ts
 * const model = torch.export.aotiLoadPackage('model.pt2', { allowNativeCode: true });
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
  return explained('torch.export.aotiLoadPackage', () => new AotiModel(KEY, native.packageLoad(...request)));
}

/**
 * {@link aotiLoadPackage}, off the thread.
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
  const box = await runJob(
    (settle) => native.packageLoadAsync(...request, settle),
    (loaded) => loaded as PackageBox,
    { signal },
  );
  return explained('torch.export.aotiLoadPackageAsync', () => new AotiModel(KEY, box));
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

function explained<T>(label: string, body: () => T): T {
  try {
    return body();
  } catch (cause) {
    throw serializationError(`${label}: ${(cause as Error).message}`, cause);
  }
}
