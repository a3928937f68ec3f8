import { regularFile } from '../arguments/files';
import { ExportedProgram } from './exported-program';
import { openProgram } from './archive/read';
import { Records } from './archive/records';
import { readTensors } from './archive/tensors';

export function load(path: string | URL): ExportedProgram {
  const label = 'torch.export.load';
  const records = Records.open({ label, file: regularFile(label, path) });
  const { program, weights, constants, exampleInputs } = openProgram(records, { mmap: true, device: null });
  return ExportedProgram.of({
    program,
    stateDict: readTensors(weights),
    constants: readTensors(constants),
    exampleInputs,
  });
}
