import { inspect } from 'node:util';
import { inGradMode } from '../native/grad-mode';
import { show } from '../arguments/describe';
import { bool, callback, record, required } from '../arguments/fields';
import { readArguments, refuseSurplus } from '../arguments/read';
import { refuseLater, requireSynchronous } from '../arguments/synchronous';
import type { JobOptions } from '../native/jobs';
import type { Tensor } from '../tensor/tensor';
import { type Backend, PlainBackend } from './backend';
import { completeGroup, groupsOf } from './groups';
import { Hooks } from '../autograd/removable-hooks';
import { recording, spanned } from '../profiler/spans';
import { pythonString } from '../ops/print/python-text';
import { entriesOf } from '../arguments/plain-object';
import { fromPython, toPython } from './spelling';
import { checkGroups, packedStateObservers, packGroup, pairUp, readGroups } from './state-dict';
import {
  type StateDictHook,
  type StateDictPreHook,
  type StepPostHook,
  type StepPreHook,
  checkedArguments,
  globalPostHooks,
  globalPreHooks,
} from './step-hooks';
import type {
  Closure,
  HookHandle,
  OptimizerParams,
  OptimizerState,
  OptimizerStateDict,
  ParamGroup,
  ParamGroupInput,
} from './types';
import { typeError, warn } from '../errors';
import { limitArguments } from '../arguments/surplus';

function requireEntry(number: unknown, entry: unknown): object {
  if (typeof entry === 'object' && entry !== null) return entry;
  throw typeError(`loadStateDict(): the state of parameter ${String(number)} should be a dict, got ${show(entry)}`);
}

const ZERO_GRAD = { setToNone: bool(true) };
const ZERO_GRAD_DEFAULTS = { setToNone: true };

const CLOSURE_ADVICE = 'Await what it needs before the step; its function computes the loss at once.';
const ADD_GROUP = { paramGroup: record<ParamGroupInput<object>>() };
const LOAD = { stateDict: record<object>() };

const NO_HOOKS: readonly never[] = [];

/** The hooks of two sets, one after the other; mostly there are none. */
function both<F>(first: Hooks<F>, second: Hooks<F>): readonly F[] {
  return first.size + second.size === 0 ? NO_HOOKS : [...first, ...second];
}

/** Whether a hook comes before those that are there, also by name. */
type Prepend =
  | boolean
  | {
      /** Runs the hook before those that are registered already, and not after them. @defaultValue false */
      readonly prepend?: boolean;
    };

/** What a registration of a hook was given. */
function readHook<F>(label: string, args: readonly unknown[]): { readonly hook: F; readonly prepend: boolean } {
  return readArguments(label, { hook: required(callback<F>()), prepend: bool(false) }, args);
}

/**
 * The base class of all optimizers. A custom optimizer extends this class and defines `performStep`.
 *
 * @typeParam Group - The options that hold for a group of parameters.
 * @see https://docs.pytorch.org/docs/2.13/optim.html
 * @example
 * class SignSGD extends optim.Optimizer {
 *   constructor(params: Iterable<torch.Tensor>, lr: number) {
 *     super(params, { lr });
 *   }
 *   protected performStep(): void {
 *     torch.noGrad(() => {
 *       for (const { params, lr } of this.paramGroups) {
 *         for (const p of params) if (p.grad) p.sub_(p.grad.sign().mul(lr));
 *       }
 *     });
 *   }
 * }
 */
export abstract class Optimizer<Group extends ParamGroup = ParamGroup> {
  /** Options of groups that do not give their own. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Ordinary objects: `optimizer.paramGroups[0].lr = 0.01` holds from the next step on. */
  readonly paramGroups: Group[] = [];
  /** Whether a step itself uses the scale of a GradScaler and skips infinite gradients. Fused steps do. @internal */
  stepSupportsAmpScaling = false;
  /** Set by a GradScaler around a step. @internal */
  gradScale: Tensor | null = null;
  /** @internal */
  foundInf: Tensor | null = null;
  /** The number of steps so far. Schedulers use it to see whether one has been made. @internal */
  stepCount = 0;

  readonly #preHooks = new Hooks<StepPreHook>();
  readonly #postHooks = new Hooks<StepPostHook>();
  readonly #stateDictPreHooks = new Hooks<StateDictPreHook>();
  readonly #stateDictPostHooks = new Hooks<StateDictHook>();
  readonly #loadPreHooks = new Hooks<StateDictHook>();
  readonly #loadPostHooks = new Hooks<StateDictPreHook>();
  readonly #backend: Backend;

  /**
   * @param params - Tensors, pairs of name and tensor, or groups of them with options of their own.
   * @param defaults - Options of groups that do not give their own.
   */
  constructor(
    params: OptimizerParams<object>,
    defaults: Readonly<Record<string, unknown>>,
    /** @internal */
    backend: Backend = new PlainBackend(),
    /** @internal */
    ...surplus: []
  ) {
    refuseSurplus(new.target.name, 3, surplus);
    this.defaults = { ...defaults };
    this.#backend = backend;
    for (const group of groupsOf(params)) this.#add(group);
  }

  /** The state by parameter. */
  get state(): OptimizerState {
    return this.#backend.state;
  }

  /** Does the work of a step; hooks run around it. */
  protected abstract performStep(closure?: Closure): unknown;

  /**
   * One step: changes the parameters by their gradients.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Optimizer.step.html
   */
  step(): void;
  /**
   * One step that computes the loss and the gradients itself.
   *
   * @param closure - Computes the loss and its gradients again; some optimizers call it several times.
   * @returns What the closure returned.
   */
  step<R>(closure: Closure<R>): R;
  step(...initial: readonly unknown[]): unknown {
    if (recording.active) return spanned(this.#label('step'), () => this.#step(initial));
    return this.#step(initial);
  }

  #step(initial: readonly unknown[]): unknown {
    const args = this.beforeStep(initial);
    const loss = this.performStep((args[0] as Closure | undefined) ?? undefined);
    this.afterStep(args);
    return loss;
  }

  /** The name of a method in a profile, as Python has it. */
  #label(method: string): string {
    return `Optimizer.${method}#${this.constructor.name}.${method}`;
  }

  /** {@link step} off the JavaScript thread, where the step is native code. */
  async stepAsync(_options?: JobOptions): Promise<void> {
    throw typeError(`${this.constructor.name} has no stepAsync: its step runs in JavaScript`);
  }

  /** Runs the hooks that come before a step; returns its arguments, which they may have changed. */
  protected beforeStep(initial: readonly unknown[]): readonly unknown[] {
    let args = initial;
    for (const hook of both(globalPreHooks, this.#preHooks)) {
      const changed = hook(this, args);
      if (changed !== undefined) args = checkedArguments(changed);
    }
    const [closure] = args;
    if (closure !== undefined && closure !== null && typeof closure !== 'function') {
      throw typeError(`step() takes a function that computes the loss, got ${typeof closure}`);
    }
    this.stepCount++;
    return args;
  }

  protected afterStep(args: readonly unknown[]): void {
    for (const hook of both(this.#postHooks, globalPostHooks)) hook(this, args);
  }

  /** Calls a closure with gradients recorded. */
  protected evaluate(closure: Closure | undefined): unknown {
    if (!closure) return undefined;
    requireSynchronous('step', closure, CLOSURE_ADVICE);
    return inGradMode(true, () => {
      const loss: unknown = closure();
      refuseLater('step', loss, CLOSURE_ADVICE);
      return loss;
    });
  }

  /**
   * Forgets the gradients of all parameters.
   *
   * @param setToNone - Drop them (the default) rather than fill them with zeros; also by name, `{ setToNone: false }`.
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Optimizer.zero_grad.html
   */
  zeroGrad(
    setToNone?:
      | boolean
      | {
          /** Remove the gradients; false fills them with zeros. @defaultValue true */
          readonly setToNone?: boolean;
        },
  ): void;
  zeroGrad(...args: readonly unknown[]): void {
    const { setToNone } = args.length === 0 ? ZERO_GRAD_DEFAULTS : readArguments('zeroGrad', ZERO_GRAD, args);
    if (!recording.active) return this.#backend.zeroGrad(this.paramGroups, setToNone);
    spanned(this.#label('zero_grad'), () => this.#backend.zeroGrad(this.paramGroups, setToNone));
  }

  /**
   * Adds parameters with options of their own, for example when frozen layers are to be trained.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Optimizer.add_param_group.html
   */
  addParamGroup(group: ParamGroupInput<object>): void;
  addParamGroup(...args: readonly unknown[]): void {
    this.#add(readArguments(`${this.constructor.name}.addParamGroup`, ADD_GROUP, args).paramGroup);
  }

  #add(input: unknown): void {
    const group = completeGroup<Group>(this.constructor.name, input, this.defaults);
    this.#check(group, this.paramGroups.length);
    this.#backend.accept(group.params, this.paramGroups.length);
    this.paramGroups.push(group);
  }

  #check(group: Group, index: number): void {
    const { duplicates, shared } = this.#backend.check(group.params, index);
    if (duplicates) {
      warn('optimizer contains a parameter group with duplicate parameters; in future, this will be an error');
    }
    const [first] = this.paramGroups;
    if (first && 'paramNames' in first !== 'paramNames' in group) {
      const which = 'paramNames' in group ? 'with names' : 'without names';
      throw typeError(
        `all optimizer param groups should be with/without names. cannot add param group ${which} to the optimizer`,
      );
    }
    if (shared) throw typeError('some parameters appear in more than one parameter group');
  }

  /** Registers a function that runs before each step; it may return other arguments for `step`. */
  registerStepPreHook(hook: StepPreHook, ...surplus: []): HookHandle {
    refuseSurplus('registerStepPreHook', 1, surplus);
    return this.#preHooks.add(hook);
  }

  /** Registers a function that runs after each step. */
  registerStepPostHook(hook: StepPostHook, ...surplus: []): HookHandle {
    refuseSurplus('registerStepPostHook', 1, surplus);
    return this.#postHooks.add(hook);
  }

  registerStateDictPreHook(hook: StateDictPreHook, prepend?: Prepend): HookHandle;
  registerStateDictPreHook(...args: readonly unknown[]): HookHandle {
    const { hook, prepend } = readHook<StateDictPreHook>('registerStateDictPreHook', args);
    return this.#stateDictPreHooks.add(hook, prepend);
  }

  registerStateDictPostHook(hook: StateDictHook, prepend?: Prepend): HookHandle;
  registerStateDictPostHook(...args: readonly unknown[]): HookHandle {
    const { hook, prepend } = readHook<StateDictHook>('registerStateDictPostHook', args);
    return this.#stateDictPostHooks.add(hook, prepend);
  }

  registerLoadStateDictPreHook(hook: StateDictHook, prepend?: Prepend): HookHandle;
  registerLoadStateDictPreHook(...args: readonly unknown[]): HookHandle {
    const { hook, prepend } = readHook<StateDictHook>('registerLoadStateDictPreHook', args);
    return this.#loadPreHooks.add(hook, prepend);
  }

  registerLoadStateDictPostHook(hook: StateDictPreHook, prepend?: Prepend): HookHandle;
  registerLoadStateDictPostHook(...args: readonly unknown[]): HookHandle {
    const { hook, prepend } = readHook<StateDictPreHook>('registerLoadStateDictPostHook', args);
    return this.#loadPostHooks.add(hook, prepend);
  }

  /**
   * The state and the options in Python's layout and spelling; its tensors are the optimizer's own, not copies.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Optimizer.state_dict.html
   * @example
   * torch.save(optimizer.stateDict(), 'adam.pt'); // Python: optimizer.load_state_dict(torch.load('adam.pt'))
   */
  stateDict(): OptimizerStateDict {
    for (const hook of this.#stateDictPreHooks) hook(this);
    const numbers = new Map<Tensor, number>();
    let count = 0;
    for (const param of this.paramGroups.flatMap(({ params }) => params)) {
      if (!numbers.has(param)) numbers.set(param, count);
      count++;
    }
    let dict: OptimizerStateDict = {
      state: this.#packState(numbers),
      param_groups: this.paramGroups.map((group) => packGroup(group, numbers)),
    };
    for (const hook of this.#stateDictPostHooks) dict = (hook(this, dict) as OptimizerStateDict | undefined) ?? dict;
    return dict;
  }

  #packState(numbers: ReadonlyMap<Tensor, number>): OptimizerStateDict['state'] {
    const state: OptimizerStateDict['state'] = new Map();
    for (const [param, entry] of this.state) {
      const number = numbers.get(param);
      if (number === undefined) continue;
      const packed = toPython(entry);
      for (const observe of packedStateObservers) observe(param, packed);
      state.set(number, packed);
    }
    return state;
  }

  /**
   * Takes over what {@link Optimizer.stateDict} returned, here or in Python.
   *
   * @throws TypeError if the number of its groups, or of the parameters of a group, differs from this optimizer's.
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.Optimizer.load_state_dict.html
   */
  loadStateDict(stateDict: object): void;
  loadStateDict(...args: readonly unknown[]): void {
    const { stateDict } = readArguments(`${this.constructor.name}.loadStateDict`, LOAD, args);
    let dict = { ...(stateDict as OptimizerStateDict) };
    for (const hook of this.#loadPreHooks) dict = (hook(this, dict) as OptimizerStateDict | undefined) ?? dict;
    const groups = readGroups(dict);
    checkGroups(groups, this.paramGroups);
    this.#replaceState(dict, groups);
    groups.forEach((group, i) => this.#replaceGroup(i, group));
    for (const hook of this.#loadPostHooks) hook(this);
  }

  /** Takes over the state of a dict. If it is refused, the former state stays. */
  #replaceState(dict: OptimizerStateDict, groups: readonly Record<string, unknown>[]): void {
    const params = pairUp(groups, this.paramGroups);
    const former = [...this.state.entries()];
    this.state.clear();
    try {
      for (const [number, entry] of entriesOf(dict.state)) {
        const owner = params.get(Number(number));
        if (owner) this.restoreState(owner.param, requireEntry(number, entry), owner.group);
      }
    } catch (error) {
      this.state.clear();
      for (const [param, state] of former) this.state.set(param, state);
      throw error;
    }
  }

  /** Keeps one parameter's state of a dict. */
  protected restoreState(param: Tensor, entry: object, _group: Readonly<Record<string, unknown>>): void {
    this.state.set(param, fromPython(entry));
  }

  /** Completes the options of a group that an older version wrote. */
  protected upgradeGroup(_group: Record<string, unknown>): void {
    // Only subclasses know their options.
  }

  #replaceGroup(index: number, loaded: Record<string, unknown>): void {
    const group = this.paramGroups[index] as Group;
    const { params, paramNames } = group;
    this.upgradeGroup(loaded);
    this.paramGroups[index] = { ...(paramNames ? { paramNames } : {}), ...loaded, params } as unknown as Group;
  }

  /** As Python prints it. */
  toString(): string {
    const groups = this.paramGroups.map((group, i) => {
      const options = Object.entries(toPython(group)).filter(([name]) => name !== 'params');
      const lines = options
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, v]) => `    ${name}: ${pythonString(v)}\n`);
      return `\nParameter Group ${i}\n${lines.join('')}`;
    });
    return `${this.constructor.name} (${groups.join('')})`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

limitArguments([Optimizer], { step: 1, stepAsync: 1, stateDict: 0 });
