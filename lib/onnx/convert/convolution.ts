import type { Call, Converter, Converters } from '../call';

/** Convolutions, and what goes around the edges. */

/** Calls `body` with a batch dimension, which layers without one do not have. */
export function batched(call: Call, name: string, axes: number, body: (x: string) => string): string {
  if (call.meta(name).rank === axes + 2) return body(call.tensor(name));
  return call.g.squeeze(body(call.g.unsqueeze(call.tensor(name), 0)), 0);
}

/** One number for each axis. */
export function each(values: readonly number[], axes: number): number[] {
  return values.length === axes ? [...values] : Array<number>(axes).fill(values[0] ?? 0);
}

const both = (values: readonly number[]): number[] => [...values, ...values];

/** Padding on both sides that keeps the size, the larger half behind. */
function samePadding(kernel: readonly number[], dilation: readonly number[]): number[] {
  const total = kernel.map((size, i) => (dilation[i] as number) * (size - 1));
  const before = total.map((size) => Math.floor(size / 2));
  return [...before, ...total.map((size, i) => size - (before[i] as number))];
}

const convolution =
  (axes: number): Converter =>
  (call) => {
    const kernel = call.meta('weight').sizes.slice(2) as number[];
    const dilations = each(call.ints('dilation', [1]), axes);
    const named = call.overload === 'padding' ? call.text('padding', 'valid') : null;
    const pads =
      named === 'same'
        ? samePadding(kernel, dilations)
        : both(each(named === 'valid' ? [0] : call.ints('padding', [0]), axes));
    const attributes = {
      kernel_shape: kernel,
      strides: each(call.ints('stride', [1]), axes),
      pads,
      dilations,
      group: call.number('groups', 1),
    };
    return batched(call, 'input', axes, (x) =>
      call.g.op('Conv', [x, call.tensor('weight'), call.maybe('bias')], attributes),
    );
  };

const transposed =
  (axes: number): Converter =>
  (call) => {
    const attributes = {
      kernel_shape: call.meta('weight').sizes.slice(2) as number[],
      strides: each(call.ints('stride', [1]), axes),
      pads: both(each(call.ints('padding', [0]), axes)),
      dilations: each(call.ints('dilation', [1]), axes),
      output_padding: each(call.ints('output_padding', [0]), axes),
      group: call.number('groups', 1),
    };
    return batched(call, 'input', axes, (x) =>
      call.g.op('ConvTranspose', [x, call.tensor('weight'), call.maybe('bias')], attributes),
    );
  };

const MODES: Readonly<Record<string, string>> = { constant: 'constant', reflect: 'reflect', replicate: 'edge' };

/** torch counts from the last axis on, a pair for each; ONNX has all beginnings and then all ends. */
function padded(call: Call, mode: string): string {
  const { g } = call;
  const { rank, dtype } = call.meta('self');
  const given = call.ints(call.has('pad') ? 'pad' : 'padding');
  const axes = Array.from({ length: given.length / 2 }, (_, i) => rank - 1 - i);
  if (mode === 'circular')
    return axes.reduce(
      (x, axis, i) => wrapped(call, x, axis, given[2 * i] as number, given[2 * i + 1] as number),
      call.tensor('self'),
    );
  const pads = [...axes.map((_, i) => given[2 * i] as number), ...axes.map((_, i) => given[2 * i + 1] as number)];
  const fill = mode === 'constant' ? g.scalar(call.number('value', 0), dtype) : null;
  return g.op('Pad', [call.tensor('self'), g.ints(pads), fill, g.ints(axes)], { mode: MODES[mode] ?? mode });
}

/** The end before the beginning, and the beginning behind the end. */
function wrapped(call: Call, x: string, axis: number, before: number, behind: number): string {
  const { g } = call;
  if (before < 0 || behind < 0) call.fail('with circular padding needs amounts of at least 0');
  const parts = [x];
  if (before > 0) parts.unshift(g.slice(x, axis, -before, Number.MAX_SAFE_INTEGER));
  if (behind > 0) parts.push(g.slice(x, axis, 0, behind));
  return g.concat(parts, axis);
}

const pads: Converters = Object.fromEntries(
  [1, 2, 3].flatMap((axes) => [
    [`aten.reflection_pad${axes}d`, (call: Call) => padded(call, 'reflect')],
    [`aten.replication_pad${axes}d`, (call: Call) => padded(call, 'replicate')],
  ]),
);

/** Blocks of channels become blocks of pixels. */
function pixelShuffle(call: Call): string {
  const blocksize = call.number('upscale_factor');
  if (call.meta('self').rank !== 4) call.fail('is supported for inputs of four dimensions');
  return call.g.op('DepthToSpace', [call.tensor('self')], { blocksize, mode: 'CRD' });
}

function pixelUnshuffle(call: Call): string {
  const { g } = call;
  const r = call.number('downscale_factor');
  const [, channels] = call.meta('self').sizes;
  const out = call.result().sizes;
  if (typeof channels !== 'number' || call.meta('self').rank !== 4) call.fail('needs four dimensions');
  const x = call.tensor('self');
  const half = (axis: number): string => g.op('Div', [g.size(x, axis), g.ints([r])]);
  const cut = g.concat([g.ints([-1, channels]), half(2), g.ints([r]), half(3), g.ints([r])], 0);
  const turned = g.transpose(g.reshape(x, cut), [0, 1, 3, 5, 2, 4]);
  return g.reshape(turned, g.concat([g.ints([-1, out[1] as number]), half(2), half(3)], 0));
}

function channelShuffle(call: Call): string {
  const { g } = call;
  const groups = call.number('groups');
  const [{ sizes, rank }, x] = [call.meta('self'), call.tensor('self')];
  const rest = g.op('Shape', [x], { start: 2 });
  const cut = g.reshape(x, g.concat([g.ints([0, groups, (sizes[1] as number) / groups]), rest], 0));
  const order = [0, 2, 1, ...Array.from({ length: rank - 2 }, (_, i) => i + 3)];
  return g.reshape(g.transpose(cut, order), g.shape(x));
}

export const convolutions: Converters = {
  'aten.conv1d': convolution(1),
  'aten.conv2d': convolution(2),
  'aten.conv3d': convolution(3),
  'aten.conv_transpose1d': transposed(1),
  'aten.conv_transpose2d': transposed(2),
  'aten.conv_transpose3d': transposed(3),
  'aten.pad': (call) => padded(call, call.text('mode', 'constant')),
  'aten.constant_pad_nd': (call) => padded(call, 'constant'),
  ...pads,
  'aten.pixel_shuffle': pixelShuffle,
  'aten.pixel_unshuffle': pixelUnshuffle,
  'aten.channel_shuffle': channelShuffle,
  'aten.native_channel_shuffle': channelShuffle,
};
