import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { withLock } from '../../../lib/install/download/lock';
import { temporaryFolder } from '../../support/temporary-folder';

const base = temporaryFolder();
let cases = 0;
const fresh = () => join(base, `${cases++}.lock`);
const quick = { pollMs: 5 };

test('work is done one at a time, and the lock goes away', async () => {
  const path = fresh();
  let inside = 0;
  const most: number[] = [];
  const work = async () => {
    most.push(++inside);
    await new Promise((done) => setTimeout(done, 10));
    inside -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withLock(path, work, quick)));
  expect(most).toEqual([1, 1, 1]);
  expect(existsSync(path)).toBe(false);
});

test('work that fails gives the lock back', async () => {
  const path = fresh();
  await expect(withLock(path, () => Promise.reject(new Error('no')), quick)).rejects.toThrow('no');
  expect(existsSync(path)).toBe(false);
});

test('the lock of a process that is gone is taken over', async () => {
  const path = fresh();
  writeFileSync(path, `4194303 ${hostname()}\n`); // above the usual highest pid
  await expect(withLock(path, () => Promise.resolve(7), quick)).resolves.toBe(7);
});

test('the lock of another machine counts until it is stale', async () => {
  const path = fresh();
  writeFileSync(path, '1 elsewhere\n');
  const waiting = jest.fn();
  const call = withLock(path, () => Promise.resolve(), { ...quick, timeoutMs: 30, onWait: waiting });
  await expect(call).rejects.toMatchObject({ code: 'ERR_INSTALL_LOCKED' });
  expect(waiting).toHaveBeenCalledTimes(1);
  expect(waiting).toHaveBeenCalledWith('1 elsewhere');
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(path, longAgo, longAgo);
  await expect(withLock(path, () => Promise.resolve(8), quick)).resolves.toBe(8);
});
