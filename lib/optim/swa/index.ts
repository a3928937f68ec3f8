/** `torch.optim.swa_utils`: exports only. */
export { AveragedModel, type AveragedModelOptions } from './averaged-model';
export { getEmaAvgFn, getEmaMultiAvgFn, getSwaAvgFn, getSwaMultiAvgFn, type AvgFn, type MultiAvgFn } from './averages';
export { SWALR, type SWALROptions } from './swa-lr';
export { updateBn, type BnBatch, type UpdateBnOptions } from './update-bn';
