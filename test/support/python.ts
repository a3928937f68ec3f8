/** Runs a script in the Python of the set-up, the specification that parity tests compare with. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheRoot, pythonIn } from '../../lib/install/paths';
import type { Tensor } from '../../lib/ops/tensor-methods';
import { bytesOf, decodeWire, encodeWire } from './wire';

/** The interpreter that has torch: `LIBTORCH_NODE_PYTHON`, else the one of the set-up. */
export const pythonPath = process.env['LIBTORCH_NODE_PYTHON'] ?? pythonIn(path.join(cacheRoot(), 'python'));

/** Whether parity can be checked. Only for messages: a test that needs Python fails without it, in CI and elsewhere. */
export const pythonAvailable = existsSync(pythonPath);

interface Answer {
  readonly output?: unknown;
  readonly error?: string;
}

/**
 * Runs `script` in one Python process. It finds `torch` and `input`, and leaves its result in `output`. Tensors, bigints,
 * complex numbers and bytes pass exactly in both directions, see test/support/wire.ts.
 *
 * @example
 * const [sum] = runPython<[Tensor]>('output = [input["x"].sum()]', { x });
 */
export function runPython<T = unknown>(script: string, input?: unknown): T {
  if (!pythonAvailable) {
    throw new Error(`Parity tests need Python with torch at ${pythonPath}; run npm test, or set LIBTORCH_NODE_PYTHON`);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'parity-'));
  try {
    return decodeWire(ask(path.join(folder, 'answer.json'), { script, input: encodeWire(input) })) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ask(answerFile: string, request: unknown): unknown {
  const run = spawnSync(pythonPath, ['-W', 'ignore', path.join(__dirname, 'driver.py'), answerFile], {
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    timeout: 300_000,
  });
  if (run.error) throw run.error;
  if (!existsSync(answerFile)) throw new Error(`Python ended with ${run.status ?? run.signal}:\n${run.stderr}`);
  const answer = JSON.parse(readFileSync(answerFile, 'utf8')) as Answer;
  if (answer.error !== undefined) throw new Error(`Python failed:\n${answer.error}`);
  return answer.output;
}

/** Fails unless dtype, shape and every bit are equal. */
export function expectBitEqual(actual: Tensor, expected: Tensor, label = 'tensor'): void {
  const difference = bitDifference(actual, expected);
  if (difference !== null) throw new Error(`${label}: ${difference}`);
}

/** What differs between two tensors, or null. */
export function bitDifference(actual: Tensor, expected: Tensor): string | null {
  if (actual.dtype !== expected.dtype) return `dtype is ${actual.dtype}, Python's is ${expected.dtype}`;
  const [shape, wanted] = [actual.shape.join(', '), expected.shape.join(', ')];
  if (shape !== wanted) return `shape is [${shape}], Python's is [${wanted}]`;
  const [a, b] = [bytesOf(actual), bytesOf(expected)];
  if (a.equals(b)) return null;
  const size = actual.elementSize();
  const at = Math.floor(a.findIndex((byte, i) => byte !== b[i]) / size);
  const bytes = (buffer: Buffer) => buffer.subarray(at * size, (at + 1) * size).toString('hex');
  return `element ${at} of ${actual.numel()} has bytes ${bytes(a)}, Python's ${bytes(b)}${decoded(a, b, at, actual)}`;
}

function decoded(a: Buffer, b: Buffer, at: number, { dtype }: Tensor): string {
  const read = (buffer: Buffer) => (dtype.itemsize === 4 ? buffer.readFloatLE(at * 4) : buffer.readDoubleLE(at * 8));
  return ['float32', 'float64'].includes(dtype.name) ? ` (${read(a)}, Python's ${read(b)})` : '';
}
