import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { convert } from '../../../lib/cli/convert-run';
import { describe as describeOutline } from '../../../lib/cli/inspect-run';
import { outlineDistributed } from '../../../lib/distributed/checkpoint/outline';
import * as torch from '../../../lib/index';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ltn-dcp-cli-'));
  const state = { model: { weight: torch.ones([2, 3]) }, epoch: 3 };
  torch.distributed.checkpoint.save(state, { checkpointId: there('run'), noDist: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const there = (name: string): string => path.join(folder, name);

test('a distributed checkpoint becomes one file and comes back', async () => {
  expect(await convert(there('run'), there('run.pt'), {})).toBe(1);
  const file = torch.load<{ model: { weight: torch.Tensor }; epoch: number }>(there('run.pt'));
  expect([file.model.weight.sum().item(), file.epoch]).toEqual([6, 3]);
  expect(await convert(there('run.pt'), `${there('back')}/`, {})).toBe(1);
  expect(await convert(there('run.pt'), there('model'), { dcp: true, key: 'model' })).toBe(1);
  const state = { weight: torch.zeros([2, 3]) };
  torch.distributed.checkpoint.load(state, { checkpointId: there('model'), noDist: true });
  expect(state.weight.sum().item()).toBe(6);
});

test('a part of it becomes safetensors, and those a distributed checkpoint', async () => {
  await expect(convert(there('run'), there('run.safetensors'), {})).rejects.toThrow('these are not: epoch');
  expect(await convert(there('run'), there('run.safetensors'), { key: 'model' })).toBe(1);
  expect(await convert(there('run.safetensors'), there('from-safetensors'), { dcp: true })).toBe(1);
  await expect(convert(there('run'), there('copy'), { dcp: true })).rejects.toThrow('copy the folder');
  await expect(convert(there('run'), there('x.pt'), { key: 'nothing' })).rejects.toThrow('has no "nothing"');
});

test('it is described without reading its data', () => {
  const lines = describeOutline('run', outlineDistributed(there('run')));
  expect(lines[0]).toMatch(/^run: dcp in 1 files, /);
  expect(lines[1]).toMatch(/^model\.weight {2}float32 {2}\[2, 3\] {2}24 bytes/);
  expect(lines[2]).toMatch(/^epoch = \(a value of \d+ bytes\)$/);
});
