import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as torch from '../../../lib/index';
import { nn } from '../../../lib/index';

const { consumePrefixInStateDictIfPresent } = nn.modules.utils;

test('a prefix is taken off the names and the metadata, in place', () => {
  const metadata: Record<string, unknown> = { '': { version: 1 }, module: { version: 2 }, 'module.fc': {}, other: {} };
  const stateDict = torch.markOrderedDict<Record<string, unknown>>(
    { 'module.fc.weight': 1, scale: 2, 'module.__proto__': 3 },
    { _metadata: metadata },
  );
  expect(consumePrefixInStateDictIfPresent(stateDict, 'module.')).toBeUndefined();
  expect(Object.entries(stateDict)).toEqual([
    ['scale', 2],
    ['fc.weight', 1],
    ['__proto__', 3],
  ]);
  // As in Python: the wrapper's entry is replaced by the module's.
  expect(metadata).toEqual({ '': { version: 2 }, fc: {}, other: {} });
});

test('Maps are taken, and what is no dict is refused', () => {
  const map = new Map<string, unknown>([['module.a', 1]]);
  consumePrefixInStateDictIfPresent(map, 'module.');
  expect([...map]).toEqual([['a', 1]]);
  expect(() => consumePrefixInStateDictIfPresent(new nn.Linear(1, 1) as never, 'module.')).toThrow(/a state dict/);
  expect(() => consumePrefixInStateDictIfPresent({}, 3 as never)).toThrow(/'prefix' should be a string/);
});

test('an archive goes into a module with strict: false', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ltn-strict-'));
  const path = join(folder, 'a.archive');
  torch.saveArchive({ weight: torch.ones([1, 2]), extra: torch.ones([1]) }, path);
  const model = new nn.Linear(2, 1);
  expect(() => torch.loadArchive(path, model)).toThrow(/extra|bias/);
  torch.loadArchive(path, model, { strict: false });
  expect(model.weight.tolist()).toEqual([[1, 1]]);
  rmSync(folder, { recursive: true });
});

test('mapLocation says which device is missing', () => {
  const bytes = torch.saveToBuffer({ x: torch.ones([1]) });
  expect(() => torch.load(bytes, { mapLocation: 'mps' })).toThrow(
    /mapLocation asks for mps for what was saved on cpu, but mps is missing here: this libtorch has no such device/,
  );
  expect(() => torch.load(bytes, { mapLocation: 'cuda:77' })).toThrow(
    /mapLocation asks for cuda:77 for what was saved on cpu, but cuda(:77)? is missing here: /,
  );
});
