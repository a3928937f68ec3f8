/** examples/vision in small: a ResNet from Python, tuned here, read by Python, and served by onnxruntime. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { pythonPath } from '../support/python';

const root = path.join(__dirname, '../..');
const example = path.join(root, 'examples/vision');
const runTs = path.join(root, 'scripts/run-ts.cjs');

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'vision-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);

function run(program: string, args: readonly string[]): string {
  const env = { ...process.env, OMP_NUM_THREADS: '1' };
  const made = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 300_000, env });
  if (made.status !== 0) throw new Error(`${args.join(' ')} ended with ${made.status ?? made.signal}: ${made.stderr}`);
  return made.stdout;
}

// torchvision's wheel may be one for CUDA, whose library does not load here; importing it describes these operators.
const MAKE = `
import runpy, sys, torch
described = torch.library.Library('torchvision', 'FRAGMENT')
for name in ('nms', 'qnms'):
    described.define(name + '(Tensor dets, Tensor scores, float iou_threshold) -> Tensor')
torch.manual_seed(0)  # the weights are random, and some learn slower
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name='__main__')
`;

const COMPARE = `
import json, sys, numpy, onnxruntime, torch
program = torch.export.load('out/tuned.pt2')
image = torch.linspace(-2, 2, 3 * 3 * 32 * 32).reshape(3, 3, 32, 32)
scores = program.module()(image).detach().numpy()
given = onnxruntime.InferenceSession('out/model.onnx').run(None, {'image': image.numpy()})[0]
print(json.dumps([list(scores.shape), float(abs(scores - given).max() / abs(scores).max())]))
`;

async function serve(): Promise<readonly [child: ChildProcess, url: string]> {
  const args = [runTs, path.join(example, 'serve.ts'), at('out'), '--port', '0'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(readline.createInterface({ input: child.stdout }), 'line')) as [string];
  return [child, line.replace('listening on ', '')];
}

test('comes from Python, learns, goes back, and is served', async () => {
  run(pythonPath, [
    '-W',
    'ignore',
    '-c',
    MAKE,
    path.join(example, 'model.py'),
    at('model.pt2'),
    '--random',
    '--side',
    '32',
  ]);
  const tune = [path.join(example, 'tune.ts'), at('model.pt2'), '--out', at('out'), '--steps', '60', '--batch', '24'];
  const output = run(process.execPath, [runTs, ...tune]);
  expect(output).toContain('step 60: loss ');
  expect(Number(/accuracy on new pictures: (\d\.\d+)/.exec(output)?.[1])).toBeGreaterThan(0.7);
  expect(JSON.parse(readFileSync(at('out/labels.json'), 'utf8'))).toEqual(['ring', 'cross', 'square']);
  expect(existsSync(at('out/model.onnx.data'))).toBe(true);

  const [shape, apart] = JSON.parse(run(pythonPath, ['-W', 'ignore', '-c', COMPARE])) as [number[], number];
  expect(shape).toEqual([3, 3]);
  expect(apart).toBeLessThan(1e-5);

  const [child, url] = await serve();
  try {
    const answers: string[] = [];
    for (const label of ['ring', 'cross', 'square']) {
      const response = await fetch(url, { method: 'POST', body: readFileSync(at(`out/${label}.ppm`)) });
      const found = (await response.json()) as Record<string, number>;
      expect(response.status).toBe(200);
      expect(Object.values(found).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
      answers.push(Object.keys(found)[0]!);
    }
    expect(answers).toEqual(['ring', 'cross', 'square']);
    const refused = await fetch(url, { method: 'POST', body: 'P6 2 3 255\n' });
    expect([refused.status, await refused.json()]).toEqual([400, { error: expect.stringContaining('P6') as string }]);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}, 600_000);
