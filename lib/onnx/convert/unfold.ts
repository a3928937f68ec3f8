import type { Call, Converters } from '../call';
import { TO_END } from '../onnx-graph';
import { batched, each } from './convolution';

/** Images as columns of their windows, and back. */

interface Window {
  readonly kernel: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: readonly number[];
  readonly stride: readonly number[];
}

function windowOf(call: Call): Window {
  const of = (name: string): number[] => each(call.ints(name), 2);
  return { kernel: of('kernel_size'), dilation: of('dilation'), padding: of('padding'), stride: of('stride') };
}

/** Along one axis, the elements that stand in one place of all windows. */
function places(call: Call, x: string, axis: 0 | 1, place: number, window: Window): string {
  const [kernel, dilation, stride] = [window.kernel[axis], window.dilation[axis], window.stride[axis]] as [
    number,
    number,
    number,
  ];
  const behind = (kernel - 1 - place) * dilation;
  return call.g.slice(x, axis + 2, place * dilation, behind === 0 ? TO_END : -behind, stride);
}

function unfolded(call: Call): string {
  const { g } = call;
  const window = windowOf(call);
  const { dtype, rank, sizes } = call.meta('self');
  const channels = sizes[rank - 3];
  if (typeof channels !== 'number') call.fail('needs a fixed number of channels');
  const [high, wide] = window.kernel as [number, number];
  return batched(call, 'self', 2, (given) => {
    const pads = g.ints([...window.padding, ...window.padding]);
    const x = g.op('Pad', [given, pads, g.scalar(0, dtype), g.ints([2, 3])], { mode: 'constant' });
    const columns = Array.from({ length: high * wide }, (_, i) => {
      const row = places(call, x, 0, Math.floor(i / wide), window);
      return g.reshape(places(call, row, 1, i % wide, window), [0, channels, 1, -1]);
    });
    return g.reshape(g.concat(columns, 2), [0, channels * high * wide, -1]);
  });
}

function folded(call: Call): string {
  const { g } = call;
  const { kernel, dilation, padding, stride } = windowOf(call);
  const attributes = { dilations: dilation, pads: [...padding, ...padding], strides: stride };
  const image = call.sizes('output_size');
  return batched(call, 'self', 1, (x) => g.op('Col2Im', [x, image, g.ints(kernel)], attributes));
}

export const unfolding: Converters = { 'aten.im2col': unfolded, 'aten.col2im': folded };
