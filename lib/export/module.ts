import { native } from '../native/binding';
import type { NativePlan, PlanArgument, PlanResults } from '../native/contract/export';
import type { Handle } from '../native/contract';
import { runJob } from '../native/jobs';
import { bool } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { runtimeError, typeError } from '../errors';
import { Module } from '../nn/module';
import { handleOf, isTensor, wrap } from '../ops/tensor-methods';
import { CallSpec } from './call';
import type { ProgramParts } from './program-parts';
import { Given, type InputCheck, inputChecks } from './guards/checks';
import { compileProgram } from './plan/compile';
import { planTag as TAG } from '../native/codes';
import { type Place, placesOf } from './state-tree';

const TRAIN = { mode: bool(true) };
/** Who has it may make a module. */
const KEY = Symbol('module');

/**
 * The module of an exported program: it runs the graph. Its parameters and buffers have Python's names and are those of
 * the program; training changes both. Whether dropout drops and batch norm learns was decided when it was exported, so
 * `train()` and `eval()` are errors, as in Python.
 *
 * Made by `ExportedProgram.module()`.
 *
 * @see https://docs.pytorch.org/docs/2.13/export.html
 * @example
 * ```ts
 * const model = torch.export.load('model.pt2').module();
 * const loss = (model.forward(x) as torch.Tensor).square().mean();
 * loss.backward();
 * model.namedParameters().map(([name]) => name); // ['weight', 'bias']
 * ```
 */
export class ExportedModule extends Module {
  readonly #plan: NativePlan;
  readonly #call: CallSpec;
  readonly #checks: readonly InputCheck[];
  readonly #places: readonly Place[];
  readonly #held: Int32Array;

  private constructor(
    key: symbol,
    parts: ProgramParts,
    checkGuards: boolean,
    fail: (what: string, cause?: unknown) => never,
  ) {
    if (key !== KEY) throw typeError('ExportedModule has no public constructor; ExportedProgram.module() makes one');
    super();
    const { graph, signature } = parts.program.graphModule;
    this.#call = new CallSpec(parts.program.graphModule, fail);
    this.#places = placesOf(parts, this, fail);
    this.#held = new Int32Array(this.#places.length);
    this.#plan = compileProgram(graph, signature, fail);
    this.#checks = inputChecks(parts.program, this.#call.paths, checkGuards, fail);
  }

  /** @internal */
  static of(parts: ProgramParts, checkGuards: boolean, fail: (what: string, cause?: unknown) => never): ExportedModule {
    return new ExportedModule(KEY, parts, checkGuards, fail);
  }

  /**
   * Runs the program. Arguments are given by position, or by name in a trailing object; trees of them are arrays for
   * Python's tuples and lists, and objects for its dicts.
   *
   * @param inputs - Tensors of the dtypes of the example, in shapes that fit the program: fixed sizes as they were, dynamic ones within
   *   `rangeConstraints`. Numbers, texts and null have to be those of the example, unless they are dynamic.
   * @returns What the model returned, in the same tree.
   * @throws RangeError for inputs whose sizes or values the program was not exported for
   * @throws TypeError for arguments that are missing, unknown or too many
   * @throws TorchError if an operator fails; the message names the node and the line of the model's source
   * @example
   * ```ts
   * const model = torch.export.load('model.pt2').module();
   * (model.forward(x) as torch.Tensor).shape; // [8, 2]
   * ```
   */
  override forward(...inputs: readonly unknown[]): unknown {
    return this.#decode(native.planRun(this.#plan, this.#held, this.#encode('forward', inputs)));
  }

  /**
   * {@link forward}, off the JavaScript thread, with the grad mode and autocast that are set when it is called. Change no
   * parameter, and no input, before the promise settles.
   *
   * @param inputs - As {@link forward} takes them.
   * @throws RangeError for inputs whose sizes or values the program was not exported for, and what {@link forward} throws
   * @example
   * ```ts
   * const model = torch.export.load('model.pt2').module();
   * const output = await model.forwardAsync(x);
   * ```
   */
  async forwardAsync(...inputs: readonly unknown[]): Promise<unknown> {
    const leaves = this.#encode('forwardAsync', inputs);
    return runJob(
      (settle) => native.planRunAsync(this.#plan, this.#held, leaves, settle),
      (results) => this.#decode(results as PlanResults),
    );
  }

  /** Checks the inputs of a call, and notes where the tensors of the program lie now. */
  #encode(method: string, inputs: readonly unknown[]): (Handle | PlanArgument | null)[] {
    const leaves = this.#call.leaves(method, inputs);
    const given = new Given(leaves);
    for (const check of this.#checks) check(given);
    for (let i = 0; i < this.#places.length; i++) this.#held[i] = handleOf((this.#places[i] as Place)());
    return leaves.map(encodeLeaf);
  }

  #decode(results: PlanResults): unknown {
    return this.#call.result(results.map(decodeResult));
  }

  /**
   * Always throws, as in Python: what dropout and batch norm do was decided when the model was exported. Export it twice, after
   * `model.train()` and after `model.eval()`, if you need both.
   *
   * @throws TorchError with code `ERR_TORCH_NOT_IMPLEMENTED`
   */
  override train(
    ...args: [
      mode?:
        | boolean
        | {
            /** Ignored: an exported program has one mode. @defaultValue true */
            readonly mode?: boolean;
          },
    ]
  ): never {
    readArguments('ExportedModule.train', TRAIN, args);
    throw runtimeError('Calling train() is not supported yet.', { code: 'ERR_TORCH_NOT_IMPLEMENTED' });
  }

  /**
   * Always throws, as in Python: see {@link train}.
   *
   * @throws TorchError with code `ERR_TORCH_NOT_IMPLEMENTED`
   */
  override eval(...args: []): never {
    takesNothing('ExportedModule.eval', args);
    throw runtimeError('Calling eval() is not supported yet.', { code: 'ERR_TORCH_NOT_IMPLEMENTED' });
  }

  override displayName(): string {
    return 'GraphModule';
  }
}

function encodeLeaf(leaf: unknown): Handle | PlanArgument | null {
  if (isTensor(leaf)) return handleOf(leaf);
  if (typeof leaf === 'number') return [Number.isInteger(leaf) ? TAG.int : TAG.float, leaf];
  if (typeof leaf === 'bigint') return [TAG.int, leaf];
  return typeof leaf === 'boolean' ? [TAG.bool, leaf] : null;
}

function decodeResult(result: Handle | readonly [value: unknown] | null): unknown {
  if (typeof result === 'number') return wrap(result);
  return result === null ? null : result[0];
}
