import { any } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { isMap, isPlainObject } from '../../arguments/plain-object';
import { typeError } from '../../errors';
import { load as loadFile } from '../../serialization/load';
import { save as saveFile } from '../../serialization/save';
import { loadEverything } from './load';
import { save, type SavedState } from './save';

/** Between a distributed checkpoint and one file: Python's torch/distributed/checkpoint/format_utils.py. */

const TO_FILE = { dcpCheckpointDir: any<string | URL>(), torchSavePath: any<string | URL>() };
const TO_FOLDER = { torchSavePath: any<string | URL>(), dcpCheckpointDir: any<string | URL>() };

/**
 * Reads a distributed checkpoint, however many ranks wrote it, and writes it as one file of `torch.save`. The whole of it
 * is in memory meanwhile.
 *
 * @param dcpCheckpointDir - The folder of the checkpoint.
 * @param torchSavePath - The file to write.
 * @example
 * distributed.checkpoint.save({ weight: torch.ones([2]) }, { checkpointId: 'run/last', noDist: true });
 * distributed.checkpoint.dcpToTorchSave('run/last', 'last.pt');
 * (torch.load('last.pt') as { weight: torch.Tensor }).weight.tolist(); // [1, 1]
 */
export function dcpToTorchSave(dcpCheckpointDir: string | URL, torchSavePath: string | URL): void;
export function dcpToTorchSave(...args: readonly unknown[]): void {
  const { dcpCheckpointDir, torchSavePath } = readArguments('dcpToTorchSave', TO_FILE, args);
  saveFile(loadEverything(dcpCheckpointDir as string | URL), torchSavePath as string | URL);
}

/**
 * Writes what one file of `torch.save` holds as a distributed checkpoint.
 *
 * @param torchSavePath - The file, whose value is a dict.
 * @param dcpCheckpointDir - The folder to write.
 * @example
 * torch.save({ weight: torch.ones([2]) }, 'weights.pt');
 * distributed.checkpoint.torchSaveToDcp('weights.pt', 'run/first');
 */
export function torchSaveToDcp(torchSavePath: string | URL, dcpCheckpointDir: string | URL): void;
export function torchSaveToDcp(...args: readonly unknown[]): void {
  const { torchSavePath, dcpCheckpointDir } = readArguments('torchSaveToDcp', TO_FOLDER, args);
  const state = loadFile<unknown>(torchSavePath as string | URL, { mapLocation: 'cpu' });
  if (!isPlainObject(state) && !isMap(state)) {
    throw typeError('torchSaveToDcp: the file should hold a dict, which becomes the state dict');
  }
  save(state as SavedState, { checkpointId: dcpCheckpointDir as string | URL, noDist: true });
}
