/**
 * Runs exported models in onnxruntime-node, in a process of its own: node scripts/run-ts.cjs test/interop/onnxruntime.ts
 * FOLDER. For each NAME.onnx there is a NAME.pt with the inputs and outputs of some calls; prints what differs.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Ort from '../../examples/vision/node_modules/onnxruntime-node';
import * as torch from '../../lib/index';

interface Reference {
  readonly calls: readonly { readonly inputs: readonly torch.Tensor[]; readonly outputs: readonly torch.Tensor[] }[];
}

// It is a dependency of an example.
const ort = createRequire(join(__dirname, '../../examples/vision/'))('onnxruntime-node') as typeof Ort;

function fed(tensor: torch.Tensor): Ort.Tensor {
  const { dtype, shape } = tensor;
  const data = tensor.contiguous().toTypedArray();
  if (dtype === torch.bool) return new ort.Tensor('bool', Uint8Array.from(data as Uint8Array), shape);
  return new ort.Tensor(dtype.name as 'float32', data as Float32Array, shape);
}

/** What is wrong with one output. */
function difference(got: Ort.Tensor, expected: torch.Tensor): string | null {
  if (got.dims.join() !== expected.shape.join()) return `[${got.dims.join()}], not [${expected.shape.join()}]`;
  if (got.type !== expected.dtype.name) return `${got.type}, not ${expected.dtype.name}`;
  const [a, b] = [
    Array.from(got.data as Float32Array, Number),
    Array.from(expected.toTypedArray() as Float32Array, Number),
  ];
  const worst = a.reduce((most, value, i) => {
    const other = b[i]!;
    const isEqual =
      Object.is(value, other) || value === other || Math.abs(value - other) <= 1e-5 + 1e-4 * Math.abs(other);
    return isEqual ? most : Math.max(most, Math.abs(value - other) || Infinity);
  }, 0);
  return worst === 0 ? null : `differs by ${worst}`;
}

async function check(folder: string, name: string): Promise<string[]> {
  const { calls } = torch.load<never>(join(folder, `${name}.pt`)) as Reference;
  const session = await ort.InferenceSession.create(join(folder, `${name}.onnx`), { logSeverityLevel: 3 });
  const report: string[] = [];
  for (const { inputs, outputs } of calls) {
    const feeds = Object.fromEntries(session.inputNames.map((key, i) => [key, fed(inputs[i]!)]));
    const got = await session.run(feeds);
    session.outputNames.forEach((key, i) => {
      const wrong = difference(got[key]!, outputs[i]!.detach());
      if (wrong !== null) report.push(`output ${i} ${wrong}`);
    });
  }
  await session.release();
  return report;
}

async function main(): Promise<void> {
  const folder = process.argv[2]!;
  const results: Record<string, string[]> = {};
  for (const name of JSON.parse(readFileSync(join(folder, 'onnx.json'), 'utf8')) as string[]) {
    results[name] = await check(folder, name).catch((error: unknown) => [String(error)]);
  }
  console.log(JSON.stringify(results));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
