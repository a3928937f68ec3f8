import { BatchNorm } from '../nn/modules/batch-norm';
import { Module } from '../nn/module';
import { refuseSurplus, requireInstance } from '../arguments/read';

/**
 * Takes the running statistics out of all batch norms in `root`, which are mutable state that {@link vmap} cannot map. They
 * normalize by the batch afterwards, in evaluation too.
 *
 * @returns `root`.
 * @see https://docs.pytorch.org/docs/2.13/func.batch_norm.html
 * @example
 * const model = new nn.Sequential(new nn.Linear(3, 2), new nn.BatchNorm1d(2));
 * torch.func.replaceAllBatchNormModules_(model);
 */
export function replaceAllBatchNormModules_<M extends Module>(root: M, ...surplus: []): M {
  refuseSurplus('replaceAllBatchNormModules_', 1, surplus);
  requireInstance('replaceAllBatchNormModules_', 'root', Module, root);
  for (const module of root.modules()) {
    if (!(module instanceof BatchNorm) || !module.trackRunningStats) continue;
    module.registerBuffer('runningMean', null);
    module.registerBuffer('runningVar', null);
    module.registerBuffer('numBatchesTracked', null);
    Object.assign(module, { trackRunningStats: false });
  }
  return root;
}
