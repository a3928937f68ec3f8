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

export async function samples(): Promise<void> {
  const pairs: [Float32Array, number][] = [];
  for (const [_input, _label] of new data.DataLoader(pairs, { batchSize: 2 })) {
    same<typeof _input, Tensor>(true);
    same<typeof _label, Tensor>(true);
  }
  // One by one: typed arrays become tensors, and the rest stays as it is.
  for (const [_input, _label] of new data.DataLoader(pairs, { batchSize: null })) {
    same<typeof _input, Tensor>(true);
    same<typeof _label, number>(true);
  }
  for (const _sample of new data.DataLoader([{ text: 'a', label: 1 }], null)) {
    same<typeof _sample, { text: string; label: number }>(true);
  }
  const single = new data.DataLoader(new data.TensorDataset(x, x), { batchSize: null, shuffle: true });
  for await (const [_row] of single) same<typeof _row, Tensor>(true);
  const collate = (given: readonly { label: number }[]): { labels: Tensor } => ({
    labels: torch.tensor(given.map(({ label }) => label)),
  });
  for (const { labels: _labels } of new data.DataLoader([{ label: 1 }], { collate }))
    same<typeof _labels, Tensor>(true);
  const sequences: [number[], number][] = [];
  for (const batch of new data.DataLoader(sequences, { batchSize: 2, collate: data.padCollate({ lengths: true }) })) {
    const [_padded, _label, _lengths] = batch;
    same<typeof _lengths, Tensor>(true);
  }
  const _loader: data.DataLoader<[Tensor, Tensor]> = new data.DataLoader(new data.TensorDataset(x, x));
}

export async function rows(): Promise<void> {
  const { CsvDataset } = torch.datasets;
  for await (const _row of new CsvDataset('mails.csv')) same<typeof _row, Record<string, string>>(true);
  for await (const row of new CsvDataset('mails.csv', { types: { spam: 'integer', id: 'bigint?' } })) {
    const { spam: _spam, id: _id } = row;
    same<typeof _spam, number>(true);
    same<typeof _id, bigint | null>(true);
  }
  const named = new CsvDataset('mails.csv', { header: ['text', 'spam'], types: { spam: 'boolean' } });
  for await (const _row of named) same<typeof _row, { text: string; spam: boolean }>(true);
  for await (const _row of new CsvDataset('mails.csv', { header: false })) same<typeof _row, string[]>(true);
  const mapped = new CsvDataset('mails.csv', { types: { spam: 'integer' }, map: ({ spam }) => [spam, 'x'] as const });
  for await (const _row of mapped) same<typeof _row, readonly [number, 'x']>(true);
  for await (const { spam: _spams } of new data.DataLoader(named)) same<typeof _spams, Tensor>(true);
  const typed = new CsvDataset('mails.csv', { types: { spam: 'integer' } });
  for await (const { spam: _spams } of new data.DataLoader(typed)) same<typeof _spams, Tensor>(true);
  const stated = new CsvDataset('mails.csv', {
    types: { spam: 'integer' },
    map: ({ text, spam }: { text: string; spam: number }) => [text, spam] as const,
  });
  for await (const [_texts, _labels] of new data.DataLoader(stated)) {
    same<typeof _texts, string[]>(true);
    same<typeof _labels, Tensor>(true);
  }
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

class Net extends nn.Module {
  readonly fc = new nn.Linear(2, 1);

  override forward(given: { readonly x: Tensor }): Tensor {
    return this.fc.forward(given.x);
  }
}

export async function trainers(): Promise<void> {
  const { Trainer } = torch.training;
  const model = new Net();
  const optimizer = new optim.SGD(model.parameters());
  const one = new Trainer({
    model,
    optimizer,
    trainingStep: ([input, target], own) => {
      same<typeof input, Tensor>(true);
      same<typeof target, Tensor>(true);
      same<typeof own, Net>(true);
      return own.forward({ x: input }).sub(target).mean();
    },
  });
  one.model satisfies Net;
  same<typeof one.model, Net>(true);
  const two = new Trainer({
    model,
    optimizer,
    trainingStep: ({ x: input }: { x: Tensor }, own) => own.forward({ x: input }).mean(),
    predictStep: ({ x: input }, own) => own.fc.forward(input),
  });
  await two.fit(new data.DataLoader([{ x: 0.5 }], { batchSize: 2 }));
  // @ts-expect-error -- these batches are not what the step takes
  await two.fit(new data.DataLoader(new data.TensorDataset(x, x)));
  const three = new Trainer({ model, optimizer, loss: (output: Tensor, target: Tensor) => output.sub(target).mean() });
  await three.fit([[x, x]]);
  new Trainer({ model, optimizer, loss: nn.functional.crossEntropy });
  new Trainer({
    ...{ model, optimizer, loss: new nn.MSELoss() },
    autocast: (body) => torch.autocast('cpu', { dtype: torch.bfloat16 }, body),
  });
  // @ts-expect-error -- a loss or a step is needed
  new Trainer({ model, optimizer });
  // @ts-expect-error -- a loss takes the output and the target
  new Trainer({ model, optimizer, loss: (a: Tensor, b: Tensor, c: Tensor) => a.add(b).add(c) });
  // @ts-expect-error -- a loss is a tensor
  new Trainer({ model, optimizer, loss: () => 5 });
  // @ts-expect-error -- this loss needs lengths as well
  new Trainer({ model, optimizer, loss: new nn.CTCLoss() });
  // @ts-expect-error -- the class itself; it is made with new
  new Trainer({ model, optimizer, loss: nn.MSELoss });
  // @ts-expect-error -- a step returns its loss
  new Trainer({ model, optimizer, trainingStep: ([input]) => void input.mean() });
  // @ts-expect-error -- a loss has a graph, and a number has none
  new Trainer({ model, optimizer, trainingStep: ([input]) => input.mean().item() });
  // @ts-expect-error -- a slip in the name of an option
  new Trainer({ model, optimizer, loss: new nn.MSELoss(), epochs: 3 });
  // @ts-expect-error -- the run is not awaited
  void three.fit([[x, x]]).epochs;
  // @ts-expect-error -- a loader of a dataset, not the dataset
  await three.fit(new data.TensorDataset(x, x));
  // @ts-expect-error -- a step is synchronous
  new Trainer({ model, optimizer, trainingStep: async ([input]) => input.mean() });
}

export function wrapped<R>(body: () => torch.Synchronous<R>): R {
  return torch.scope(() => torch.noGrad(body) as never);
}

export function mistakes(): void {
  // @ts-expect-error -- a scope ends before an async function does
  torch.scope(async () => x.sum());
  // @ts-expect-error -- a mode ends before an async function does
  torch.noGrad(async () => x.sum());
  // @ts-expect-error -- a mode ends before a promise is settled
  torch.inferenceMode(() => x.backwardAsync());
  // @ts-expect-error -- a mode ends before an async function does
  torch.autocast('cpu', async () => x.sum());
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
