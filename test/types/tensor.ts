/** Types that the compiler checks (npm run typecheck); this file never runs. */
import * as torch from '../../lib/index';
import type { Complex, Tensor } from '../../lib/index';
import { same } from './same';

declare const x: Tensor;

export function results(): void {
  const _max = x.max(0);
  same<typeof _max, [values: Tensor, indices: Tensor]>(true);
  const _all = x.max();
  same<typeof _all, Tensor>(true);
  const _svd = torch.linalg.svd(x);
  same<typeof _svd, [U: Tensor, S: Tensor, Vh: Tensor]>(true);
  const _chunks = x.chunk(2);
  same<typeof _chunks, Tensor[]>(true);
  const _equal = torch.equal(x, x);
  same<typeof _equal, boolean>(true);
  const _item = x.item();
  same<typeof _item, number>(true);
  const _flag = x.item<boolean>();
  same<typeof _flag, boolean>(true);
  const _wide = x.item<number | bigint | boolean | Complex>();
  same<typeof _wide, number | bigint | boolean | Complex>(true);
  const _rows = x.tolist<number[][]>();
  same<typeof _rows, number[][]>(true);
  const _floats = x.toTypedArray(Float32Array);
  same<typeof _floats, Float32Array<ArrayBuffer>>(true);
  const _memory = x.asTypedArray(BigInt64Array);
  same<typeof _memory, BigInt64Array<ArrayBuffer>>(true);
  const _values = torch.unique(x);
  same<typeof _values, Tensor>(true);
  const _several = torch.unique(x, { returnCounts: true });
  same<typeof _several, Tensor[]>(true);
  const _shape = x.shape;
  same<typeof _shape, readonly number[]>(true);
}

export function calls(): void {
  x.sum(1, true);
  x.sum({ dim: 1, keepdim: true });
  x.sum([0, 1], { dtype: torch.float64 });
  torch.zeros(2, 3);
  torch.zeros([2, 3], { dtype: torch.int64, requiresGrad: false });
  torch.add(x, 2, { alpha: 3, out: x });
  torch.add(2, x);
  torch.full([2], new torch.Complex(1, 2));
  torch.arange(0, 10n);
  x.view(2, -1);
  x.to('cpu', torch.float16).to(x).to({ copy: true });
  x.index(':', -1, null, '...', [0, 1], torch.slice(0, 2), x.gt(0));
  x.setItem([':', 0], 1);
  torch.meshgrid(x, x, { indexing: 'xy' });
  torch.randn(2, { generator: new torch.Generator() });
  for (const row of x) row.abs_();
}

export function mistakes(): void {
  // @ts-expect-error -- a dtype is not a text
  x.sum({ dtype: 'float64' });
  // @ts-expect-error -- a slip in the name of an option
  x.sum({ dim: 1, keepDim: true });
  // @ts-expect-error -- a matrix is needed
  x.mm(2);
  // @ts-expect-error -- undefined is no index
  x.index(undefined);
  // @ts-expect-error -- tensors are not made by new
  new torch.Tensor();
  // @ts-expect-error -- the shape cannot be assigned
  x.shape = [2];
  // @ts-expect-error -- no such operator
  torch.noSuchOperator(x);
  // @ts-expect-error -- a factory takes no tensor for its size
  torch.zeros(x);
  // @ts-expect-error -- no such device
  x.to('gpu');
  // @ts-expect-error -- no such device, among the options of a factory
  torch.zeros([2], { device: 'GPU' });
  // @ts-expect-error -- an element is no text
  x.item<string>();
  // @ts-expect-error -- no typed array
  x.toTypedArray(Array);
  // @ts-expect-error -- tensors are added by add
  void (x + x);
  // @ts-expect-error -- tensors are multiplied by mul
  void (x * 2);
  // @ts-expect-error -- tensors are indexed by index
  void x[0];
  // @ts-expect-error -- a tensor has a shape, not a length
  void x.length;
  // @ts-expect-error -- names are written as in JavaScript
  x.requires_grad_();
  // @ts-expect-error -- the dim is needed
  x.softmax();
  // @ts-expect-error -- 'xy' or 'ij'
  torch.meshgrid(x, { indexing: 'yx' });
}
