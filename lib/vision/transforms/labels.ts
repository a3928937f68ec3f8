/** Where the labels of a sample are. */
import { nameOf } from '../../arguments/describe';
import { isPlainObject } from '../../arguments/plain-object';
import { valueError } from '../../errors';
import { isPureTensor } from '../tv-tensors/tv-tensor';

/** Finds the labels of a sample: `'default'`, a function, or null where there are none. */
export type LabelsGetter = 'default' | null | ((sample: never) => unknown);

function find(sample: unknown): unknown {
  const inputs: unknown = Array.isArray(sample) ? sample[1] : sample;
  if (isPureTensor(inputs)) return inputs;
  if (!isPlainObject(inputs)) {
    throw valueError(
      'When using the default labelsGetter, the input passed to forward must be a dictionary or a two-tuple ' +
        `whose second item is a dictionary or a tensor, but got ${nameOf(inputs)} instead.`,
    );
  }
  const keys = Object.keys(inputs);
  const key =
    keys.find((name) => name.toLowerCase() === 'labels') ?? keys.find((name) => name.toLowerCase().includes('label'));
  if (key !== undefined) return inputs[key];
  throw valueError(
    'Could not infer where the labels are in the sample. Try passing a callable as the labelsGetter parameter? ' +
      'If there are no labels in the sample by design, pass labelsGetter: null.',
  );
}

/** What finds the labels. */
export function labelsFinder(getter: LabelsGetter): (sample: unknown) => unknown {
  if (getter === 'default') return find;
  if (getter === null) return () => null;
  if (typeof getter === 'function') return (sample) => getter(sample as never);
  throw valueError(`labelsGetter should either be 'default', a callable, or null, but got ${String(getter)}.`);
}
