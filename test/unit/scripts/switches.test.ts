/** What the environment of the tests does when a file leaves switches of the process in another position. */
import * as torch from '../../../lib/index';
import { native } from '../../../lib/native/binding';

interface Switches {
  readSwitches(core: unknown): readonly unknown[];
  putBack(core: unknown, before: readonly unknown[]): readonly string[];
}
const { readSwitches, putBack } = jest.requireActual<Switches>('../../support/switches.cjs');

test('nothing that was not changed is touched', () => {
  expect(putBack(native, readSwitches(native))).toEqual([]);
});

test('what was changed is named and put back', () => {
  const before = readSwitches(native);
  const threads = torch.getNumThreads();
  torch.setDefaultDtype(torch.float64);
  torch.setNumThreads(threads + 1);
  torch.useDeterministicAlgorithms(true);
  torch.autograd.setDetectAnomaly(true);
  torch.setAutocastEnabled('cpu', true);
  torch.setFloat32MatmulPrecision('high');
  expect(putBack(native, before).map((text) => text.split(' is ')[0])).toEqual([
    ...['the default dtype', 'the number of threads', 'anomaly detection', 'deterministic algorithms'],
    ...['the precision of products', 'autocast'],
  ]);
  expect(readSwitches(native)).toEqual(before);
  expect([torch.getDefaultDtype(), torch.getNumThreads()]).toEqual([torch.float32, threads]);
});
