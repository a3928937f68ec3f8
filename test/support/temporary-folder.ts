import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that is removed when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'libtorch-node-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
