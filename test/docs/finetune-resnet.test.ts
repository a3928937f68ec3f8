/** examples/finetune-resnet.ts in small, on the pictures that it makes; Python loads what it learned. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runPython } from '../support/python';

const root = path.join(__dirname, '../..');
let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'finetune-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...more: string[]): string {
  const example = path.join(root, 'examples/finetune-resnet.ts');
  const args = [path.join(root, 'scripts/run-ts.cjs'), example, '--out', folder, '--size', '32', ...more];
  const env = { ...process.env, OMP_NUM_THREADS: '1' };
  const made = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 400_000, env });
  if (made.status !== 0) throw new Error(`the example ended with ${made.status ?? made.signal}: ${made.stderr}`);
  return made.stdout + made.stderr;
}

test('learns from a folder of pictures, one of which cannot be read', () => {
  const first = run('--epochs', '1');
  expect(first).toContain('making pictures');
  const losses = [...first.matchAll(/loss (\d+\.\d+)/g)].map(([, loss]) => Number(loss));
  expect(losses).toHaveLength(6);
  const sum = (some: readonly number[]): number => some.reduce((total, loss) => total + loss, 0);
  expect(sum(losses.slice(3))).toBeLessThan(sum(losses.slice(0, 3)));
  writeFileSync(path.join(folder, 'shapes/ring/007.png'), 'no picture');
  const output = run('--epochs', '1', '--batch', '24');
  expect(output).toMatch(/left out .*007\.png: .*cannot be decoded/);
  expect(output).toMatch(/epoch 1 of 1, step 4 of 4: loss \d/);
  expect(output).toMatch(/accuracy on new pictures: [01]\.\d{3}/);
  expect(existsSync(path.join(folder, 'model.pth'))).toBe(true);
  expect(readFileSync(path.join(folder, 'pictures.png')).subarray(1, 4).toString()).toBe('PNG');
  const script = `
import import_torchvision  # noqa: F401
from torchvision.models import resnet18
model = resnet18(num_classes=3)
output = str(model.load_state_dict(torch.load(input, weights_only=True)))
`;
  expect(runPython(script, path.join(folder, 'model.pth'))).toBe('<All keys matched successfully>');
}, 900_000);
