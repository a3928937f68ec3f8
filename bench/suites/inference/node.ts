import * as torch from 'libtorch-node';
import { nn } from 'libtorch-node';
import type { Implementation } from '../../harness/types';
import { cnn, input, mlp, resnet18, transformer } from './models';

type Model = nn.Module & { forward(x: torch.Tensor): unknown };

/** Microseconds of one call. */
const answering = (make: () => readonly [Model, torch.Tensor], count: number) => (): (() => number) => {
  const [model, x] = make();
  const prepared = torch.optimizeForInference(model);
  return () => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) torch.scope(() => void prepared.forward(x));
    return Number(process.hrtime.bigint() - start) / 1e3 / count;
  };
};

export const cases: Implementation = {
  'MLP 784-256-128-10': answering(() => [mlp(), input(1, 784)], 200),
  'CNN, 28 × 28': answering(() => [cnn(), input(1, 1, 28, 28)], 100),
  'ResNet-18, 224 × 224': answering(() => [resnet18(), input(1, 3, 224, 224)], 2),
  'transformer, 4 layers of 256, 64 positions': answering(() => [transformer(256, 1024, 4), input(1, 64, 256)], 5),
  'transformer, 2 layers of 64, 32 positions': answering(() => [transformer(64, 128, 2), input(1, 32, 64)], 50),
  'GRU 64-128, 20 steps': answering(() => [new nn.GRU(64, 128, { batchFirst: true }) as Model, input(1, 20, 64)], 50),
};
