import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What onnxruntime-node gives otherwise than the references say, by the names of the models in a folder. */
export function inOnnxRuntime(folder: string, names: readonly string[]): Record<string, readonly string[]> {
  writeFileSync(join(folder, 'onnx.json'), JSON.stringify(names));
  const program = [join(root, 'scripts/run-ts.cjs'), join(__dirname, 'onnxruntime.ts'), folder];
  const run = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8', timeout: 600_000 });
  if (run.status !== 0) throw new Error(`onnxruntime-node ended with ${run.status ?? run.signal}:\n${run.stderr}`);
  return JSON.parse(run.stdout) as Record<string, readonly string[]>;
}
