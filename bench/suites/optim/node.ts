import * as torch from 'libtorch-node';
import { optim } from 'libtorch-node';
import type { Implementation } from '../../harness/types';

type Parameters = () => readonly torch.Tensor[];

/** Parameters with gradients, made at the first use: two cases share the large ones. */
function parameters(count: number, size: number): Parameters {
  let made: torch.Tensor[] | undefined;
  return () => {
    torch.manualSeed(0);
    return (made ??= Array.from({ length: count }, () => {
      const parameter = torch.randn([size]).requiresGrad_();
      parameter.grad = torch.randn([size]);
      return parameter;
    }));
  };
}

function steps(make: Parameters, count: number, options: optim.AdamOptions): () => () => number {
  return () => {
    const optimizer = new optim.Adam(make(), options);
    return () => {
      const start = process.hrtime.bigint();
      for (let i = 0; i < count; i++) optimizer.step();
      return Number(process.hrtime.bigint() - start) / count / 1e6;
    };
  };
}

const large = parameters(100, 1_000_000);
const small = parameters(1000, 100);

export const cases: Implementation = {
  'Adam, 100 tensors of 1 M elements, fused': steps(large, 1, { fused: true }),
  'Adam, 100 tensors of 1 M elements': steps(large, 1, {}),
  'Adam, 1,000 tensors of 100 elements, fused': steps(small, 10, { fused: true }),
  'Adam, 1,000 tensors of 100 elements': steps(small, 10, {}),
};
