import type { Tensor } from '../tensor/tensor';

/** The state that an optimizer keeps for one parameter, such as `expAvg`. */
export type ParamState = Record<string, unknown>;

/**
 * Parameters with the options that hold for them. An ordinary object: a changed option holds from the next step on, and
 * anything else may be kept here, as schedulers keep `initialLr`.
 */
export interface ParamGroup {
  /** The parameters of the group. */
  params: Tensor[];
  /** Where the parameters were given with names. */
  paramNames?: string[];
  /** The learning rate: a number, or a tensor of one element. */
  lr: number | Tensor;
  [option: string]: unknown;
}

/** Options that most optimizers have. */
export interface SharedOptions {
  /** Maximize what `backward()` was called on, instead of minimizing it. @defaultValue false */
  readonly maximize?: boolean;
  /** Work on lists of tensors instead of one after the other. @defaultValue null, which does so if all are on an accelerator */
  readonly foreach?: boolean | null;
  /** Keep step counts in tensors, so that steps can be captured in a CUDA graph. @defaultValue false */
  readonly capturable?: boolean;
  /** Let autograd record the step. @defaultValue false */
  readonly differentiable?: boolean;
  /** Use one kernel for the whole step. @defaultValue null, which leaves the choice to the optimizer */
  readonly fused?: boolean | null;
}

/** Options as a group holds them: none is missing, and each may be changed. */
export type Settings<O> = { -readonly [K in keyof O]-?: Changeable<O[K]> };

type Changeable<T> = T extends readonly unknown[] ? { -readonly [I in keyof T]: T[I] } : T;

/** Parameters as an optimizer or a group takes them: `model.parameters()`, an array, or `model.namedParameters()`. */
export type Params = Tensor | Iterable<Tensor> | Iterable<readonly [name: string, parameter: Tensor]>;

/** A group as it is given: its parameters, and the options in which it differs. */
export type ParamGroupInput<Options> = { readonly params: Params } & Partial<Options> &
  Readonly<Record<string, unknown>>;

/** What an optimizer's constructor takes first. */
export type OptimizerParams<Options> = Params | Iterable<ParamGroupInput<Options>>;

/** Computes the loss again, with gradients. */
export type Closure<R = Tensor | number> = () => R;

/** The state by parameter: a Map, or what behaves as one. */
export interface OptimizerState extends Iterable<[Tensor, ParamState]> {
  /** How many parameters have a state. */
  readonly size: number;
  /** The state of a parameter. */
  get(param: Tensor): ParamState | undefined;
  /** Whether a parameter has a state. */
  has(param: Tensor): boolean;
  /** Gives a parameter a state. */
  set(param: Tensor, state: ParamState): unknown;
  /** Forgets a parameter's state. */
  delete(param: Tensor): boolean;
  /** Forgets all states. */
  clear(): void;
  /** The parameters. */
  keys(): Iterable<Tensor>;
  /** The states. */
  values(): Iterable<ParamState>;
  /** Pairs of parameter and state. */
  entries(): Iterable<[Tensor, ParamState]>;
}

/** Python's layout, in Python's spelling: what `torch.save` writes and `torch.load` reads. */
export interface OptimizerStateDict {
  /** The state by the parameter's number. */
  state: Map<number, Record<string, unknown>>;
  /** The options of each group, with the numbers of its parameters. */
  param_groups: Record<string, unknown>[];
}

/** Returned by the methods that register a hook. */
export type { RemovableHandle as HookHandle } from '../autograd/removable-hooks';
