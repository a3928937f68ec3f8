import type { Call, Converters, Packed } from '../call';

/** Packed sequences: in ONNX a padded one, and the lengths, which its recurrent layers take. */

function pack(call: Call): readonly null[] {
  const input = call.tensor('input');
  const { rank } = call.meta('input');
  const order = [1, 0, ...Array.from({ length: rank - 2 }, (_, i) => i + 2)];
  const padded = call.flag('batch_first', false) ? call.g.transpose(input, order) : input;
  const packed = { padded, lengths: call.tensor('lengths') };
  call.pack(0, packed);
  call.pack(1, packed);
  return [null, null];
}

/** Whether a step belongs to a sequence: `[time, batch]`. */
function mask(call: Call, steps: string, { lengths }: Packed): string {
  const { g } = call;
  const times = g.op('Range', [g.scalar(0, 'int64'), steps, g.scalar(1, 'int64')]);
  return g.op('Less', [g.unsqueeze(times, 1), g.unsqueeze(lengths, 0)]);
}

function pad(call: Call): readonly string[] {
  const { g } = call;
  const packed = call.packed('data');
  const { dtype, rank } = call.result();
  const total = call.has('total_length') ? call.size('total_length') : g.ints([-1]);
  const longest = g.op('ReduceMax', [packed.lengths, g.ints([0])], { keepdims: 1 });
  // A total of 0 or less stands for the longest sequence.
  const length = g.op('Where', [g.op('Greater', [total, g.ints([0])]), total, longest]);
  const value = g.scalar(call.number('padding_value'), dtype);
  const cut = g.slice(packed.padded, 0, 0, longest);
  const missing = g.op('Sub', [length, longest]);
  const zeros = (count: number): string[] => (count === 0 ? [] : [g.ints(Array<number>(count).fill(0))]);
  const pads = g.concat([...zeros(rank), missing, ...zeros(rank - 1)], 0);
  const padded = g.op('Pad', [cut, pads, value]);
  const inside = mask(call, g.squeeze(length, 0), packed);
  const axes = Array.from({ length: rank - 2 }, (_, i) => i + 2);
  const filled = g.op('Where', [axes.length > 0 ? g.unsqueeze(inside, ...axes) : inside, padded, value]);
  const batchFirst = call.flag('batch_first', false);
  return [batchFirst ? g.transpose(filled, [1, 0, ...axes]) : filled, packed.lengths];
}

export const packedSequences: Converters = { 'aten._pack_padded_sequence': pack, 'aten._pad_packed_sequence': pad };
