'use strict';
// What the workers of share.test.ts and async.test.ts do.
const { parentPort, workerData } = require('node:worker_threads');
const torch = require('../../../dist/index');

const tasks = {
  add: ({ shared }) => {
    const tensor = torch.fromShared(shared);
    torch.noGrad(() => tensor.add_(1));
    return { requiresGrad: tensor.requiresGrad, values: tensor.tolist() };
  },
  give: () => ({ shared: torch.full([3], 7).share() }),
  // Over memory of JavaScript, which ends with the worker. What reads the tensor here goes on seeing what it sees there.
  buffer: async () => {
    const array = new Float32Array(1 << 20).fill(7);
    const tensor = torch.fromTypedArray(array);
    array[0] = 8;
    const part = tensor.narrow(0, 0, 2);
    const running = part.reshape([1, 2]).clone();
    const shared = [tensor.share(), part.share({ uses: 2 }), torch.shareState({ deep: tensor })];
    tensor.select(0, 1).fill_(9);
    return { shared, here: part.tolist(), running: running.tolist() };
  },
  state: ({ state }) => {
    const mine = torch.fromSharedState(state);
    return {
      sum: mine.layers[0].sum().item(),
      name: mine.name,
      back: torch.shareState(new Map([['a', torch.ones([2])]])),
    };
  },
  // A sparse tensor whose index is beyond its shape: when it is refused.
  sparse: () => {
    const refused = (body) => {
      try {
        body();
        return false;
      } catch (error) {
        return error instanceof torch.TorchError;
      }
    };
    let wrong;
    const made = refused(() => (wrong = torch.sparseCooTensor([[5]], [1], [2])));
    return { made, used: made || refused(() => wrong.toDense()) };
  },
  // Ends only by termination.
  hooks: () => {
    const x = torch.ones([64, 64], { requiresGrad: true });
    x.registerHook((gradient) => void parentPort.postMessage({ alive: gradient.numel() }));
    for (;;) x.mm(x).sum().backward();
  },
  async: async () => {
    const x = torch.ones([64, 64], { requiresGrad: true });
    x.registerHook(() => void parentPort.postMessage({ alive: 1 }));
    for (;;) await x.mm(x).sum().backwardAsync();
  },
};

void (async () => parentPort.postMessage(await tasks[workerData.task](workerData)))();
