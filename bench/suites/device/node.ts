import * as torch from 'libtorch-node';
import { nn, optim } from 'libtorch-node';
import type { Implementation } from '../../harness/types';

const device = (process.env['BENCH_DEVICE'] ?? 'cpu') as torch.DeviceText;
const onGpu = device.startsWith('cuda');
/** A GPU gets work for its size. */
const SIZE = onGpu ? 4096 : 512;
const BATCH = onGpu ? 512 : 64;

function wait(): void {
  if (onGpu) torch.cuda.synchronize();
}

/** Milliseconds for one call, the device's work included. */
function timed(body: () => void, calls = 10): () => number {
  return () => {
    wait();
    const start = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) torch.scope(body);
    wait();
    return Number(process.hrtime.bigint() - start) / 1e6 / calls;
  };
}

function product(dtype: torch.DType): () => number {
  const a = torch.ones([SIZE, SIZE], { device, dtype });
  return timed(() => {
    a.matmul(a);
  });
}

type Network = nn.Module & { forward(x: torch.Tensor): torch.Tensor };

function training(model: Network, x: torch.Tensor): () => number {
  model.to(device);
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });
  const input = x.to(device);
  const target = torch.zeros([x.size(0)], { dtype: torch.int64, device });
  return timed(() => {
    optimizer.zeroGrad();
    nn.functional.crossEntropy(model.forward(input), target).backward();
    optimizer.step();
  });
}

class Classifier extends nn.Module {
  readonly lstm = new nn.LSTM(100, 128, { batchFirst: true });
  readonly fc = new nn.Linear(128, 2);

  override forward(x: torch.Tensor): torch.Tensor {
    const [out] = this.lstm.forward(x);
    return this.fc.forward(out.index(':', -1, ':'));
  }
}

class Encoder extends nn.Module {
  readonly layer = new nn.TransformerEncoderLayer(256, 8, { batchFirst: true, dropout: 0 });
  readonly fc = new nn.Linear(256, 2);

  override forward(x: torch.Tensor): torch.Tensor {
    return this.fc.forward(this.layer.forward(x).index(':', 0, ':'));
  }
}

export const cases: Implementation = {
  'add, 4 elements, queued': () => {
    const [a, b] = [torch.ones([4], { device }), torch.ones([4], { device })];
    const run = timed(() => {
      for (let i = 0; i < 1000; i++) a.add(b);
    }, 1);
    return () => run(); // milliseconds for 1000 are microseconds for one
  },
  'matrix product, float32': () => product(torch.float32),
  'matrix product, bfloat16': () => product(torch.bfloat16),
  'copy to the device, 16 MB': () => {
    const host = onGpu ? torch.zeros([4 << 20]).pinMemory() : torch.zeros([4 << 20]);
    return timed(() => {
      host.to({ device, nonBlocking: true, copy: true });
    });
  },
  'copy from the device, 16 MB': () => {
    const there = torch.zeros([4 << 20], { device });
    return timed(() => {
      there.to({ device: 'cpu', copy: true });
    });
  },
  'training step, MLP': () => {
    const model = new nn.Sequential(new nn.Linear(784, 1024), new nn.ReLU(), new nn.Linear(1024, 10));
    return training(model as unknown as Network, torch.ones([BATCH, 784]));
  },
  'training step, LSTM of the guide': () => training(new Classifier(), torch.ones([BATCH, 20, 100])),
  'training step, transformer layer': () => training(new Encoder(), torch.ones([BATCH / 8, 64, 256])),
};
