import { value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { FACTORY } from '../../tensor/arguments';
import { noGrad } from '../../autograd/modes';
import type { Device, DeviceLike } from '../../tensor/device';
import { Module } from '../../nn/module';
import { BatchNorm } from '../../nn/modules/batch-norm';
import { type Tensor, isTensor, scope } from '../../ops/tensor-methods';
import { typeError } from '../../errors';

export interface UpdateBnOptions {
  /** The device to which batches are moved first. @defaultValue null, which leaves them where they are */
  readonly device?: Device | DeviceLike | null;
}

const TABLE = {
  loader: value<Iterable<BnBatch> | AsyncIterable<BnBatch>>('an iterable of batches', isLoader),
  model: value<Module>('a module', (v) => v instanceof Module),
  device: FACTORY.device,
};

/** A tensor can be iterated, but it is one batch and no loader of them. */
function isLoader(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || isTensor(given)) return false;
  return Symbol.iterator in given || Symbol.asyncIterator in given;
}

/** A batch: a tensor, or a list whose first item is one. */
export type BnBatch = Tensor | readonly [Tensor, ...unknown[]];

/**
 * Computes the statistics of a model's batch norms in one pass over the data. Averaged weights need other statistics
 * than the weights that were trained.
 *
 * The model is in training mode meanwhile; afterwards mode and momenta are restored, even if reading the data fails.
 *
 * @param loader - Batches: tensors, or lists that begin with one; a `DataLoader` or anything else that can be iterated.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.swa_utils.update_bn.html
 * @example
 * const net = new nn.Sequential(new nn.Linear(4, 2), new nn.BatchNorm1d(2));
 * const averaged = new torch.optim.swaUtils.AveragedModel(net);
 * await torch.optim.swaUtils.updateBn([torch.randn([8, 4]), torch.randn([8, 4])], averaged);
 */
export function updateBn(
  loader: Iterable<BnBatch> | AsyncIterable<BnBatch>,
  model: Module,
  device?: DeviceLike | UpdateBnOptions | null,
): Promise<void>;
export async function updateBn(...args: readonly unknown[]): Promise<void> {
  const { loader, model, device } = readArguments('updateBn', TABLE, args);
  const norms = model.modules().filter((module) => module instanceof BatchNorm);
  if (norms.length === 0) return;
  const momenta = norms.map(({ momentum }) => momentum);
  const wasTraining = model.training;
  for (const norm of norms) norm.resetRunningStats();
  model.train();
  setMomenta(norms, () => null);
  try {
    for await (const batch of loader) feed(model, batch, device);
  } finally {
    setMomenta(norms, (i) => momenta[i] as number | null);
    model.train(wasTraining);
  }
}

/** With `momentum: null` the statistics are plain means over all batches. */
function setMomenta(norms: readonly BatchNorm[], momentum: (i: number) => number | null): void {
  norms.forEach((norm, i) => ((norm as { momentum: number | null }).momentum = momentum(i)));
}

function feed(model: Module, batch: BnBatch, device: Device | DeviceLike | null): void {
  const input: unknown = Array.isArray(batch) ? batch[0] : batch;
  if (!isTensor(input)) throw typeError('updateBn takes batches that are tensors, or lists that begin with one');
  scope(() => {
    noGrad(() => model.forward((device === null ? input : input.to(device)) as never));
  });
}
