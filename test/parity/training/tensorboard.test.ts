import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { int64, nn, optim, ones, training, zeros } from '../../../lib/index';
import { crc32c } from '../../../lib/utils/tensorboard/framing';
import { runPython } from '../../support/python';

const scriptOfRun = `
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
events = EventAccumulator(input['folder'], size_guidance={'scalars': 0, 'histograms': 0})
events.Reload()
output = {
  'tags': sorted(events.Tags()['scalars']),
  'histograms': sorted(events.Tags()['histograms']),
  'losses': [[e.step, e.value] for e in events.Scalars('train/loss_step')],
  'lr': [e.value for e in events.Scalars('lr')],
  'accuracy': [[e.step, e.value] for e in events.Scalars('validation/accuracy')],
}
`;

test('it reads what a run writes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tensorboard-'));
  try {
    const model = new nn.Linear(2, 2);
    const batches = [1, 2].map((value) => [ones([4, 2]).mul(value), zeros([4]).to(int64)]);
    const trainer = new training.Trainer({
      model,
      loss: new nn.CrossEntropyLoss(),
      optimizer: new optim.SGD(model.parameters(), { lr: 0.125 }),
      metrics: { accuracy: new training.Accuracy() },
      maxEpochs: 2,
      callbacks: [new training.TensorBoard(folder, { histogramsEvery: 1 })],
    });
    const { losses, epochs } = await trainer.fit(batches, { validation: batches });
    expect(runPython(scriptOfRun, { folder })).toEqual({
      tags: ['lr', 'train/accuracy', 'train/loss', 'train/loss_step', 'validation/accuracy', 'validation/loss'],
      histograms: ['bias', 'weight'],
      losses: losses.map((loss, i) => [i + 1, Math.fround(loss)]),
      lr: [0.125, 0.125, 0.125, 0.125],
      accuracy: epochs.map(({ step, validation }) => [step, Math.fround(validation!.metrics['accuracy']!)]),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the checksum is CRC-32C', () => {
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
});
