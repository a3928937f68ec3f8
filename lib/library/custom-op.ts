/** Operators that are a function with a schema. */
import { callback, either, keyword, nullable, str, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { typeError, valueError } from '../errors';
import { isTensor } from '../tensor/tensor';
import type { DType } from '../tensor/dtype';
import { installFake, registerFake } from './fake';
import type { Kernel } from './kernel';
import { type Library, TAGS, fragmentOf, libraryField, targetOf } from './library';
import {
  type CustomBackward,
  type CustomSetupContext,
  type CustomVmap,
  installAutograd,
  keyOfDevice,
  registerAutocast,
  registerAutograd,
  registerKernel,
  registerVmap,
} from './rules';
import type { TagName } from './tags';

const NAMELESS = /^\s*\(.*\)\s*->\s*.+$/s;

const DEFINE = { qualname: str(), schema: str(), lib: libraryField, tags: keyword(TAGS) };

/** The options of {@link define}. */
export interface DefineOptions {
  /** The object with whose collection the operator ends. @defaultValue null, which means that it ends with the process */
  readonly lib?: Library | null;
  /** Tags of the operator. @defaultValue none */
  readonly tags?: TagName | readonly TagName[];
}

/**
 * Defines an operator by its full name and its schema, which has no name.
 *
 * @throws TorchError if it is defined already
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.define
 * @example
 * torch.library.define('docs::triple', '(Tensor x) -> Tensor');
 * torch.library.impl('docs::triple', 'default', (x: torch.Tensor) => x.mul(3));
 * (torch.ops.docs!.triple!(torch.ones([2])) as torch.Tensor).tolist(); // [3, 3]
 */
export function define(qualname: string, schema: string, options?: DefineOptions): void;
export function define(...args: readonly unknown[]): void {
  const { qualname, schema, lib, tags } = readArguments('torch.library.define', DEFINE, args);
  if (!NAMELESS.test(schema)) {
    throw valueError(
      `define(qualname, schema, ...): expected schema to look like e.g. "(Tensor x) -> Tensor" but got "${schema}"`,
    );
  }
  const target = targetOf(qualname);
  fragmentOf(target.namespace, lib).define(`${target.local}${schema}`, '', { tags });
}

const IMPL = {
  qualname: str(),
  types: either(str(), value<readonly string[]>('a list of device types', Array.isArray)),
  func: callback<Kernel>(),
  lib: libraryField,
};

/**
 * Registers a kernel of an operator for kinds of devices ('cpu', 'cuda'; 'default' for all), or for a dispatch key.
 *
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.impl
 */
export function impl(
  qualname: string,
  types: string | readonly string[],
  func: Kernel,
  options?: {
    /** The object with whose collection the kernel ends. @defaultValue null, which means that it ends with the process */
    readonly lib?: Library | null;
  },
): void;
export function impl(...args: readonly unknown[]): void {
  const { qualname, types, func, lib } = readArguments('torch.library.impl', IMPL, args);
  const target = targetOf(qualname);
  const library = fragmentOf(target.namespace, lib);
  for (const type of typeof types === 'string' ? [types] : types) {
    library.impl(target.local, func, type === 'default' ? 'CompositeExplicitAutograd' : keyOfDevice(type));
  }
}

/** The options of {@link customOp}. */
export interface CustomOpOptions {
  /** What the function takes and returns, as libtorch writes it: `(Tensor x, int n=1) -> Tensor`. Required. */
  readonly schema: string;
  /** Which arguments the function changes in place; must agree with the schema. @defaultValue null, for what the schema says */
  readonly mutatesArgs?: readonly string[] | null;
  /** The kinds of devices that the function works on. @defaultValue null, which means all */
  readonly deviceTypes?: string | readonly string[] | null;
  /** Tags of the operator. @defaultValue none */
  readonly tags?: TagName | readonly TagName[];
}

/** An operator that {@link customOp} has made: it is called like its function. */
export interface CustomOpDef<F extends Kernel> {
  (...args: Parameters<F>): ReturnType<F>;
  /** {@link registerKernel} for this operator. */
  registerKernel(deviceTypes: string | readonly string[] | null, func: Kernel): void;
  /** {@link registerFake} for this operator. */
  registerFake(func: Kernel): void;
  /** {@link registerAutograd} for this operator. */
  registerAutograd(backward: CustomBackward, options?: { readonly setupContext?: CustomSetupContext | null }): void;
  /** {@link registerVmap} for this operator. */
  registerVmap(func: CustomVmap): void;
  /** {@link registerAutocast} for this operator. */
  registerAutocast(deviceType: string, castInputs: DType): void;
}

const CUSTOM = {
  name: str(),
  fn: callback<Kernel>(),
  schema: keyword(nullable(str())),
  mutatesArgs: keyword(nullable(value<readonly string[]>('a list of names', Array.isArray))),
  deviceTypes: keyword(nullable(either(str(), value<readonly string[]>('a list of device types', Array.isArray)))),
  tags: keyword(TAGS),
};

/** The operator's function, which must not return what it was given. */
function withoutAliases(name: string, fn: Kernel): Kernel {
  return (...args: never[]) => {
    const result: unknown = Reflect.apply(fn, undefined, args);
    const given = (args as unknown[]).flat().filter(isTensor);
    for (const item of Array.isArray(result) ? result : [result]) {
      if (isTensor(item) && given.includes(item)) {
        throw typeError(
          `${name}: The output of this custom operator must not also be an input to this custom operator. Please return a clone ` +
            'of the output instead.',
        );
      }
    }
    return result;
  };
}

/** What is in the way of `fn` as an operator of libtorch. */
function checkMutation(name: string, schema: string, given: readonly string[] | null): void {
  if (given === null) return;
  const target = targetOf(name);
  const expected = target.schema.arguments.filter(({ write }) => write).map((argument) => argument.name);
  if (expected.length === given.length && expected.every((one) => given.includes(one))) return;
  throw valueError(
    `Attempted to create a custom op with \`mutates_args=${JSON.stringify(given)}\` and \`schema=${schema}. The schema suggests ` +
      `that the op mutates ${JSON.stringify(expected)} which is different from what was provided to us in \`mutates_args\`. ` +
      'Please make these consistent.',
  );
}

/**
 * Makes an operator from a function. The dispatcher knows it by its name, `torch.ops` has it, graphs show it as one call,
 * and its gradient needs a formula of its own. On tensors without memory (device `meta`) a call is an error, until a fake rule
 * is registered.
 *
 * TypeScript's types are gone when the program runs, so the schema must be given; in Python it may be read from the types.
 *
 * @param name with a namespace: `mine::add`
 * @param fn the kernel: tensors come detached from autograd, and results must not be arguments
 * @throws TorchError if the operator is defined already
 * @see https://docs.pytorch.org/docs/2.13/library.html#torch.library.custom_op
 * @example
 * const cube = torch.library.customOp('docs::cube', (x: torch.Tensor) => x.pow(3), { schema: '(Tensor x) -> Tensor' });
 * cube.registerFake((x: torch.Tensor) => torch.emptyLike(x));
 * cube.registerAutograd((context, gradient: torch.Tensor) => gradient.mul(context.savedTensors[0]!.pow(2)).mul(3), {
 *   setupContext: (context, [x]: [torch.Tensor]) => context.saveForBackward(x),
 * });
 * const x = torch.tensor([2], { dtype: torch.float32, requiresGrad: true });
 * cube(x).backward();
 * x.grad?.tolist(); // [12]
 */
export function customOp<F extends Kernel>(name: string, fn: F, options: CustomOpOptions): CustomOpDef<F>;
export function customOp(...args: readonly unknown[]): CustomOpDef<Kernel> {
  const { name, fn, schema, mutatesArgs, deviceTypes, tags } = readArguments('torch.library.customOp', CUSTOM, args);
  if (schema === null) {
    throw valueError(`customOp(${name}): give its schema, as in { schema: '(Tensor x) -> Tensor' }`);
  }
  define(name, schema, { tags });
  checkMutation(name, schema, mutatesArgs);
  registerKernel(name, deviceTypes, withoutAliases(name, fn));
  installFake(name);
  const target = targetOf(name);
  if (target.schema.arguments.every(({ write }) => !write)) installAutograd(name, null, null, null);
  const call = (...given: unknown[]): unknown => target.callable(...given);
  return Object.assign(call as unknown as CustomOpDef<Kernel>, {
    registerKernel: (types: string | readonly string[] | null, func: Kernel) =>
      registerKernel(name, types, withoutAliases(name, func)),
    registerFake: (func: Kernel) => registerFake(name, func),
    registerAutograd: (backward: CustomBackward, options?: { readonly setupContext?: CustomSetupContext | null }) =>
      registerAutograd(name, backward, options),
    registerVmap: (func: CustomVmap) => registerVmap(name, func),
    registerAutocast: (deviceType: string, castInputs: DType) => registerAutocast(name, deviceType, castInputs),
  });
}
