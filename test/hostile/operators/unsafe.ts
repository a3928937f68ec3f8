/** Operators that are refused by name, with right arguments: what came of each call, in a process of its own. */
import { writeSync } from 'node:fs';
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

type Raw = (...args: unknown[]) => unknown;

const op = (name: string, space = 'aten'): Raw =>
  (torch.ops as unknown as Record<string, Record<string, Raw>>)[space]![name]!;
const longs = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.int64 });
const floats = (...values: number[]): Tensor => torch.tensor(values, { dtype: torch.float32 });

/** One of each kind, and its value. */
export const calls: readonly (readonly [name: string, run: () => unknown, value: unknown])[] = [
  [
    '_stack',
    () => op('_stack')([longs(1, 2), longs(3, 4)], 1),
    [
      [1, 3],
      [2, 4],
    ],
  ],
  ['_unsafe_index', () => op('_unsafe_index')(longs(7, 8, 9), [longs(2, 0)]), [9, 7]],
  ['_convert_indices_from_coo_to_csr', () => op('_convert_indices_from_coo_to_csr')(longs(0, 2), 3), [0, 1, 1, 2]],
  ['_logcumsumexp', () => op('_logcumsumexp')(floats(0, -Infinity), 0), [0, 0]],
  ['smooth_l1_loss_backward', () => op('smooth_l1_loss_backward')(floats(1), floats(3), floats(0), 0, 1), [1]],
  [
    'embedding_dense_backward',
    () => op('embedding_dense_backward')(floats(1, 2).view(2, 1), longs(1, 1), 2, -1, false),
    [[0], [3]],
  ],
  [
    'inductor::_reinterpret_tensor',
    () => op('_reinterpret_tensor', 'inductor')(floats(1, 2, 3, 4), [2], [2], 1),
    [2, 4],
  ],
];

function main(): void {
  for (const [name, run] of calls) {
    let answer: string;
    try {
      answer = `value ${JSON.stringify((run() as Tensor).tolist())}`;
    } catch (error) {
      answer = `${(error as Error).name}: ${(error as Error).message.split('\n')[0] ?? ''}`;
    }
    writeSync(1, `${name}\t${answer}\n`);
  }
}

if (process.argv[1] === __filename) main();
