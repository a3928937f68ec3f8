/** The program of a serving worker. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import * as torch from '../../index';
import { typeError } from '../../errors';
import { endPort } from '../../native/worker-port';
import { type Served, ServedModel } from '../served-model';
import type { FromWorker, PlainError, ToWorker, WorkerStart } from './protocol';

function plain(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: undefined, code: undefined };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    code: typeof code === 'string' ? code : undefined,
  };
}

async function load({ module, data, prepare, weights }: WorkerStart): Promise<ServedModel<unknown, unknown>> {
  let make: unknown = await import(module);
  // A CommonJS module with a default export of its own has it one level below.
  for (let i = 0; i < 2 && typeof make === 'object' && make !== null && 'default' in make; i++) make = make.default;
  if (typeof make !== 'function') throw typeError(`${module} should export a function as its default`);
  const served = (await (make as (data: unknown) => unknown)(data)) as Served<unknown, unknown>;
  if (weights) torch.training.swapState(served.model, torch.fromSharedState(weights));
  return new ServedModel(served, prepare);
}

async function main(port: MessagePort, start: WorkerStart): Promise<void> {
  const send = (message: FromWorker): void => port.postMessage(message);
  torch.setNumThreads(start.threads);
  let model: ServedModel<unknown, unknown>;
  try {
    model = await load(start);
  } catch (error) {
    send({ type: 'failed', error: plain(error) });
    endPort(port);
    return;
  }
  const work = (message: Exclude<ToWorker, { type: 'end' }>): readonly unknown[] | null => {
    if (message.type === 'run') return model.run(message.inputs);
    model.swap(torch.fromSharedState(message.weights));
    return null;
  };
  port.on('message', (message: ToWorker) => {
    if (message.type === 'end') return endPort(port);
    const { id } = message;
    try {
      send({ type: 'done', id, outputs: work(message), error: null });
    } catch (error) {
      send({ type: 'done', id, outputs: null, error: plain(error) });
    }
  });
  const state = start.weights ? null : torch.shareState(model.served.model.stateDict());
  send({ type: 'ready', weights: state });
}

if (parentPort) void main(parentPort, workerData as WorkerStart);
