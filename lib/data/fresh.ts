/** When the tensors of a sample or of a batch may end. */
import { isTensor } from '../tensor/tensor';

/** Datasets of another entry point have a copy of this module, so that the mark is in the registry of symbols. */
const FRESH = Symbol.for('libtorch-node.fresh-samples');

/** Says of a dataset that it makes each sample anew and keeps nothing of it. */
export function markFresh(dataset: object): void {
  Object.defineProperty(dataset, FRESH, { value: true });
}

/**
 * Whether nobody but the caller has the samples that a dataset gives. Their tensors may end once they have been copied into a
 * batch; left to V8, it would collect garbage over and over for the sake of their memory.
 */
export const isFresh = (dataset: object): boolean => (dataset as { readonly [FRESH]?: true })[FRESH] === true;

/** Ends the tensors of a batch that nobody wants. */
export function disposeAll(batch: unknown): void {
  if (isTensor(batch)) batch.dispose();
  else if (batch instanceof Map) for (const item of batch.values()) disposeAll(item);
  else if (typeof batch === 'object' && batch !== null && !ArrayBuffer.isView(batch)) {
    for (const item of Object.values(batch)) disposeAll(item);
  }
}
