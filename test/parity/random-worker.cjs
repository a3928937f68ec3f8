'use strict';
// Datasets that draw from the default generator, for data-workers.test.ts.
const torch = require('../../lib/index.ts');

const { data } = torch;

class Noise extends data.Dataset {
  length = 10;

  get(index) {
    const drawn = [
      torch.rand([2]),
      torch.randn([2]),
      torch.randint(0, 1000, [3]),
      torch.randperm(5),
      torch.bernoulli(torch.full([4], 0.5)),
      torch.normal(0, 1, [2]),
      torch.randnLike(torch.ones([2])),
      torch.multinomial(torch.ones([4]), 3),
      torch.zeros([3]).normal_(),
    ];
    return [index, String(data.getWorkerInfo().seed), String(torch.initialSeed()), ...drawn];
  }
}

const CALLS = [
  (a) => torch.randLike(a),
  () => torch.randnLike(torch.ones([20])),
  (a) => torch.randintLike(a, 99),
  (a) => torch.randintLike(a, 9, 99),
  () => torch.randn([20]),
  () => torch.randperm(5),
  (a) => a.clone().uniform_(),
  (a) => a.add(torch.bernoulli(torch.full([20], 0.5))),
  (a) => torch.randnLike(a, { generator: new torch.Generator().manualSeed(4) }),
];

class Mapped extends data.Dataset {
  length = 4;

  get(index) {
    const draw = (call, randomness) => {
      try {
        return torch.func.vmap(call, { randomness })(torch.ones([3, 20]));
      } catch (error) {
        return error.message.slice(error.message.indexOf('vmap:'), error.message.indexOf('\n'));
      }
    };
    return [index, ...['error', 'same', 'different'].flatMap((mode) => CALLS.map((call) => draw(call, mode)))];
  }
}

class Stream extends data.IterableDataset {
  *[Symbol.iterator]() {
    const { id, numWorkers } = data.getWorkerInfo();
    for (let i = id; i < 9; i += numWorkers) yield [i, torch.rand([2])];
  }
}

const DATASETS = { noise: Noise, mapped: Mapped, stream: Stream };

module.exports = ({ kind }) => new DATASETS[kind]();
