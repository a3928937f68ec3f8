import type { Tensor } from '../tensor/tensor';

/** The state that an optimizer keeps for one parameter, such as `expAvg`. */
export type ParamState = Record<string, unknown>;

/**
 * Parameters with the options that hold for them. An ordinary object: a changed option holds from the next step on, and
 * anything else may be kept here, as schedulers keep `initialLr`.
 */
export interface ParamGroup {
  params: Tensor[];
  /** Where the parameters were given with names. */
  paramNames?: string[];
  lr: number | Tensor;
  [option: string]: unknown;
}

/** Parameters as an optimizer or a group takes them: `model.parameters()`, an array, or `model.namedParameters()`. */
export type Params = Tensor | Iterable<Tensor> | Iterable<readonly [name: string, parameter: Tensor]>;

/** A group as it is given: its parameters, and the options in which it differs. */
export type ParamGroupInput<Options> = { readonly params: Params } & Partial<Options> &
  Readonly<Record<string, unknown>>;

/** What an optimizer's constructor takes first. */
export type OptimizerParams<Options> = Params | Iterable<ParamGroupInput<Options>>;

/** Computes the loss anew, with gradients. */
export type Closure<R = Tensor | number> = () => R;

/** The state by parameter: a Map, or what behaves as one. */
export interface OptimizerState extends Iterable<[Tensor, ParamState]> {
  readonly size: number;
  get(param: Tensor): ParamState | undefined;
  has(param: Tensor): boolean;
  set(param: Tensor, state: ParamState): unknown;
  delete(param: Tensor): boolean;
  clear(): void;
  keys(): Iterable<Tensor>;
  values(): Iterable<ParamState>;
  entries(): Iterable<[Tensor, ParamState]>;
}

/** Python's layout, in Python's spelling: what `torch.save` writes and `torch.load` reads. */
export interface OptimizerStateDict {
  /** The state by the parameter's number. */
  state: Map<number, Record<string, unknown>>;
  param_groups: Record<string, unknown>[];
}

/** Returned by the methods that register a hook. */
export type { RemovableHandle as HookHandle } from '../autograd/removable-hooks';
