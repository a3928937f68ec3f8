'use strict';
const { nn, optim, training, randn } = require('../../../dist/index');

/** Trains for so many steps. */
module.exports = ({ data: steps, signal, watch }) => {
  const model = new nn.Sequential(new nn.Linear(200, 200), new nn.ReLU(), new nn.Linear(200, 1));
  const optimizer = new optim.Adam(model.parameters());
  const trainer = new training.Trainer({ model, optimizer, loss: new nn.MSELoss(), maxEpochs: 1 });
  const batches = Array.from({ length: steps }, () => [randn([64, 200]), randn([64, 1])]);
  return watch(trainer.fit(batches, { signal }), model).then((history) => history.reason);
};
