import { statSync } from 'node:fs';

import { native } from '../native/binding';
import { type FileOutline, Note } from '../serialization/outline';

/** What is in a torch.package: its resources and modules, by name. None of its code is run. */
export function listPackage(file: string): FileOutline {
  const records = native.zipRecords(file).filter(({ name }) => !name.startsWith('.data/'));
  return {
    format: 'package',
    bytes: statSync(file).size,
    bigEndian: false,
    tensors: [],
    values: Object.fromEntries(records.map(({ name, size }) => [name, new Note(`(${size} bytes)`)])),
    metadata: {},
    classes: [],
    advice:
      'its code would have to run, so it is not opened; in Python: ' +
      'torch.package.PackageImporter(path).load_pickle(package, resource), then torch.save of its state_dict()',
  };
}
