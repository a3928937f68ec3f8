import { native } from '../native/binding';
import { bool, iterable, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { runtimeError, typeError } from '../errors';
import { ScriptModule, scriptModule } from './script-module';

const MODULE = value<ScriptModule>('a ScriptModule', (v) => v instanceof ScriptModule);
const NAMES = nullable(iterable<Iterable<string>>('names'));
const FREEZE = { mod: MODULE, preservedAttrs: NAMES, optimizeNumerics: bool(true) };
const OPTIMIZE = { mod: MODULE, otherMethods: NAMES };

/** Options of {@link freeze}. */
export interface FreezeOptions {
  /** Attributes and methods to keep besides `forward`. @defaultValue null */
  readonly preservedAttrs?: Iterable<string> | null;
  /** Also run passes that do not keep all bits, such as folding a batch norm into a convolution. @defaultValue true */
  readonly optimizeNumerics?: boolean;
}

/**
 * A copy of a module in evaluation mode in which parameters and attributes are constants of the graph.
 *
 * @param mod - The module. It stays as it is.
 * @param preservedAttrs - Attributes and methods to keep besides `forward`.
 * @param optimizeNumerics - Also run passes that do not keep all bits.
 * @throws TorchError if the module is in training mode.
 * @throws TypeError for a name that the module does not have.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.freeze.html
 * @example
 * ```ts
 * const model = torch.jit.trace(new nn.Linear(2, 1).eval(), torch.ones([3, 2]));
 * const frozen = torch.jit.freeze(model);
 * frozen.parameters().length; // 0
 * ```
 */
export function freeze(
  mod: ScriptModule,
  preservedAttrs?: FreezeOptions | Iterable<string> | null,
  optimizeNumerics?: boolean | Pick<FreezeOptions, 'optimizeNumerics'>,
): ScriptModule;
export function freeze(...args: readonly unknown[]): ScriptModule {
  const { mod, preservedAttrs, optimizeNumerics } = readArguments('torch.jit.freeze', FREEZE, args);
  return frozen(mod, namesOf('torch.jit.freeze', preservedAttrs), optimizeNumerics);
}

function frozen(mod: ScriptModule, names: readonly string[], optimizeNumerics: boolean): ScriptModule {
  if (mod.training) {
    throw runtimeError(
      'Freezing is currently only implemented for modules in eval mode. Please call .eval() on your module before freezing.',
    );
  }
  const known = [...mod.methodNames(), ...mod.attributeNames(), ...namesOfMembers(mod)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw typeError(`torch.jit.freeze: the module has no attribute '${unknown}'`);
  return scriptModule(native.jitFreeze(ScriptModule.boxOf(mod), names, optimizeNumerics), 'loaded');
}

function namesOfMembers(mod: ScriptModule): string[] {
  return [...mod.members()].map(([name]) => name);
}

function namesOf(label: string, names: Iterable<string> | null): string[] {
  const list = [...(names ?? [])];
  if (list.some((name) => typeof name !== 'string')) throw typeError(`${label}: names should be strings`);
  return list;
}

/**
 * A copy of a module that is optimized for this machine. A module that is not frozen is put into evaluation mode, as in
 * Python, and frozen. The result is for this process: do not save it.
 *
 * @param mod - The module.
 * @param otherMethods - Methods to optimize besides `forward`.
 * @throws TypeError for a name that the module does not have.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.optimize_for_inference.html
 * @example
 * ```ts
 * const model = torch.jit.trace(new nn.Linear(2, 1).eval(), torch.ones([3, 2]));
 * const fast = torch.jit.optimizeForInference(model);
 * ```
 */
export function optimizeForInference(
  mod: ScriptModule,
  otherMethods?:
    | Iterable<string>
    | {
        /** Methods to optimize besides `forward`. @defaultValue null */
        readonly otherMethods?: Iterable<string> | null;
      }
    | null,
): ScriptModule;
export function optimizeForInference(...args: readonly unknown[]): ScriptModule {
  const { mod, otherMethods } = readArguments('torch.jit.optimizeForInference', OPTIMIZE, args);
  const names = namesOf('torch.jit.optimizeForInference', otherMethods);
  const unfrozen = mod.attributeNames().includes('training');
  const copy = unfrozen ? frozen(mod.eval(), names, true) : mod;
  return scriptModule(native.jitOptimize(ScriptModule.boxOf(copy), names), 'loaded');
}
