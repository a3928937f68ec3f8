import { native } from '../native/binding';
import type { Handle } from '../native/contract';
import { type Tensor, handleOf, wrap } from '../tensor/tensor';
import { type CodeOf, groupFault, stateCast } from '../native/codes';
import type { OptimizerBox } from '../native/contract/optim';
import type { OptimizerState, ParamGroup, ParamState } from './types';
import { camelCase, snakeCase } from '../arguments/names';
import { typeError } from '../errors';

/** Where an optimizer's groups and state live: in JavaScript, or in a native optimizer. */
export interface Backend {
  readonly state: OptimizerState;
  /** Whether a parameter occurs twice among these, and whether one occurs in another group. */
  check(params: readonly Tensor[], index: number): { readonly duplicates: boolean; readonly shared: boolean };
  /** Called when the parameters of a group are new. */
  accept(params: readonly Tensor[], index: number): void;
  zeroGrad(groups: readonly ParamGroup[], setToNone: boolean): void;
}

/** For optimizers that are written in TypeScript. */
export class PlainBackend implements Backend {
  readonly state: OptimizerState = new Map<Tensor, ParamState>();
  readonly #groups: (readonly Tensor[])[] = [];

  check(params: readonly Tensor[], index: number): { duplicates: boolean; shared: boolean } {
    const others = new Set(this.#groups.filter((_, i) => i !== index).flat());
    return { duplicates: new Set(params).size < params.length, shared: params.some((param) => others.has(param)) };
  }

  accept(params: readonly Tensor[], index: number): void {
    this.#groups[index] = params;
  }

  zeroGrad(groups: readonly ParamGroup[], setToNone: boolean): void {
    for (const { params } of groups) native.zeroGradients(params.map(handleOf), setToNone);
  }
}

/** A native optimizer. It keeps its parameters and their state alive when a scope ends. */
export class NativeBackend implements Backend {
  readonly box: OptimizerBox;
  readonly state: NativeState;
  /** Python's names of the options, in the order of the numbers that a step takes. */
  readonly options: readonly string[];
  readonly #known: (readonly Tensor[])[] = [];

  constructor(name: string) {
    const { box, options, state, plainCounter } = native.newOptimizer(name);
    this.box = box;
    this.options = options;
    this.state = new NativeState(box, state, plainCounter, () => this.#known.flat());
  }

  check(params: readonly Tensor[], index: number): { duplicates: boolean; shared: boolean } {
    const found = native.checkParameters(this.box, index, params.map(handleOf));
    return { duplicates: (found & groupFault.duplicates) !== 0, shared: (found & groupFault.shared) !== 0 };
  }

  accept(params: readonly Tensor[], index: number): void {
    native.setParameters(this.box, index, params.map(handleOf));
    this.#known[index] = [...params];
  }

  /** Tells the native optimizer of parameters that were replaced in a group's array. */
  refresh(params: readonly Tensor[], index: number): void {
    const known = this.#known[index];
    const same = known?.length === params.length && params.every((param, i) => param === known[i] && !param.isDisposed);
    // A disposed parameter is reported here, too.
    if (!same) this.accept(params, index);
  }

  zeroGrad(groups: readonly ParamGroup[], setToNone: boolean): void {
    groups.forEach(({ params }, i) => this.refresh(params, i));
    native.zeroOptimizer(this.box, setToNone);
  }
}

/** The state inside of a native optimizer, by parameter; its tensors share their storage with what is read here. */
export class NativeState implements OptimizerState {
  readonly #box: OptimizerBox;
  readonly #names: readonly string[];
  readonly #plainCounter: boolean;
  readonly #params: () => readonly Tensor[];

  constructor(box: OptimizerBox, names: readonly string[], plainCounter: boolean, params: () => readonly Tensor[]) {
    this.#box = box;
    this.#plainCounter = plainCounter;
    this.#names = names.map(camelCase);
    this.#params = params;
  }

  get size(): number {
    return this.keys().length;
  }

  /** A new object at each call: to change the state, change its tensors in place, or `set` it. */
  get(param: Tensor): ParamState | undefined {
    const slots = native.optimizerState(this.#box, handleOf(param));
    if (slots === null) return undefined;
    const state: ParamState = {};
    slots.forEach((slot, i) => {
      const name = this.#names[i] as string;
      if (slot !== null) state[name] = name === 'step' && this.#plainCounter ? takeNumber(slot) : wrap(slot);
    });
    return state;
  }

  has(param: Tensor): boolean {
    const slots = native.optimizerState(this.#box, handleOf(param));
    slots?.forEach((slot) => slot !== null && native.release(slot));
    return slots !== null;
  }

  set(param: Tensor, state: ParamState): this {
    return this.load(param, state, stateCast.none);
  }

  /** Keeps what a state dict has. */
  load(param: Tensor, state: ParamState, cast: CodeOf<typeof stateCast>): this {
    const slots = this.#names.map((name) => slotOf(name, state[name]));
    const unknown = Object.keys(state).find((name) => !this.#names.includes(name));
    if (unknown !== undefined) throw typeError(`this optimizer keeps no state '${snakeCase(unknown)}'`);
    native.setOptimizerState(this.#box, handleOf(param), slots, cast);
    return this;
  }

  delete(param: Tensor): boolean {
    const had = this.has(param);
    native.setOptimizerState(this.#box, handleOf(param), null, stateCast.none);
    return had;
  }

  clear(): void {
    native.clearOptimizerState(this.#box);
  }

  keys(): Tensor[] {
    return [...new Set(this.#params())].filter((param) => this.has(param));
  }

  values(): ParamState[] {
    return this.keys().map((param) => this.get(param) as ParamState);
  }

  entries(): [Tensor, ParamState][] {
    return this.keys().map((param) => [param, this.get(param) as ParamState]);
  }

  [Symbol.iterator](): Iterator<[Tensor, ParamState]> {
    return this.entries()[Symbol.iterator]();
  }
}

function takeNumber(slot: Handle): number {
  const value = Number(native.item(slot));
  native.release(slot);
  return value;
}

/** Old checkpoints keep `step` as a number. */
function slotOf(name: string, value: unknown): Handle | readonly [number] | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return [value];
  try {
    return handleOf(value as Tensor);
  } catch (error) {
    throw typeError(`the state '${snakeCase(name)}' must be a Tensor`, { cause: error });
  }
}
