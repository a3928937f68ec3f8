/**
 * Ends processes while jobs run: `node scripts/run-ts.cjs scripts/end-of-process.ts [runs] [kind] [way]`. Prints how many of
 * the runs of each pair had the right exit code, and what the others had.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KINDS, WAYS, endOf, prepare } from '../test/unit/jobs/end';

const [runs = '100', onlyKind, onlyWay] = process.argv.slice(process.argv.findIndex((arg) => arg.endsWith('.ts')) + 1);
const folder = mkdtempSync(path.join(tmpdir(), 'jobs-end-'));
prepare(folder);
for (const kind of KINDS.filter((each) => !onlyKind || each === onlyKind)) {
  for (const [way, code] of Object.entries(WAYS).filter(([each]) => !onlyWay || each === onlyWay)) {
    const ends = Array.from({ length: Number(runs) }, () => endOf(kind, way, folder));
    const wrong = ends.filter((end) => end !== code);
    console.log(`${kind} ${way}: ${ends.length - wrong.length} of ${ends.length}`, ...new Set(wrong));
  }
}
rmSync(folder, { recursive: true });
