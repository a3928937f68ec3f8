/**
 * What has a state dict and takes one: modules, optimizers, and objects of your own. Saving asks it for its state dict, and
 * loading gives it the one that was read.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributed.checkpoint.html#torch.distributed.checkpoint.stateful.Stateful
 */
export interface Stateful {
  /** Gives what is saved; a load reads into its tensors. */
  stateDict(): unknown;
  /** Takes the state dict after it was read. */
  loadStateDict(stateDict: never): unknown;
}

/** @internal */
export function isStateful(value: unknown): value is Stateful {
  if (typeof value !== 'object' || value === null) return false;
  const { stateDict, loadStateDict } = value as Partial<Stateful>;
  return typeof stateDict === 'function' && typeof loadStateDict === 'function';
}
