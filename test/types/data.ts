/** Types of data, training, files and autograd that the compiler checks (npm run typecheck); this file never runs. */
import * as torch from '../../lib/index';
import { type Tensor, data, nn, optim } from '../../lib/index';
import { same } from './same';

declare const x: Tensor;

export async function loaders(): Promise<void> {
  const dataset = new data.TensorDataset(x, x);
  const loader = new data.DataLoader(dataset, { batchSize: 4, shuffle: true, numWorkers: 2 });
  for await (const [_input] of loader) same<typeof _input, Tensor>(true);
  const _batches = [...new data.BatchSampler(new data.SequentialSampler(dataset), 3, false)];
  same<typeof _batches, number[][]>(true);
  new data.RandomSampler(dataset, { replacement: true, numSamples: 8 });
  new data.Subset(dataset, [0, 1]);
}

export function files(): void {
  torch.save({ w: x }, 'model.pt');
  torch.saveSafetensors({ w: x }, 'model.safetensors', { metadata: { format: 'pt' } });
  const _later = torch.saveAsync({ w: x }, 'model.pt');
  same<typeof _later, Promise<void>>(true);
}

export function gradients(): void {
  const _grads = torch.autograd.grad([x], [x]);
  same<typeof _grads extends readonly unknown[] ? true : false, true>(true);
  const _result = torch.noGrad(() => 5);
  same<typeof _result, number>(true);
  const _value = torch.scope(() => x.sum());
  same<typeof _value, Tensor>(true);
  x.backward({ retainGraph: true });
  const _done = x.backwardAsync();
  same<typeof _done, Promise<void>>(true);
}

export async function training(): Promise<void> {
  const model = new nn.Linear(2, 1);
  const trainer = new torch.training.Trainer({
    ...{ model, optimizer: new optim.SGD(model.parameters()), loss: new nn.MSELoss(), maxEpochs: 2 },
  });
  const _history = await trainer.fit(new data.DataLoader(new data.TensorDataset(x, x)));
  same<typeof _history.step, number>(true);
}

export function mistakes(): void {
  // @ts-expect-error -- a slip in the name of an option
  new data.DataLoader(new data.TensorDataset(x), { batchsize: 4 });
  // @ts-expect-error -- a dataset is needed
  new data.DataLoader(5);
  // @ts-expect-error -- tensors only
  new data.TensorDataset([1, 2]);
  // @ts-expect-error -- dropLast is needed
  new data.BatchSampler([1, 2], 2);
  // @ts-expect-error -- tensors only
  torch.saveSafetensors({ w: 5 }, 'model.safetensors');
  // @ts-expect-error -- a slip in the name of an option
  x.backward({ retain: true });
}
