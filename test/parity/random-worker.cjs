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

class Stream extends data.IterableDataset {
  *[Symbol.iterator]() {
    const { id, numWorkers } = data.getWorkerInfo();
    for (let i = id; i < 9; i += numWorkers) yield [i, torch.rand([2])];
  }
}

module.exports = ({ stream }) => (stream ? new Stream() : new Noise());
