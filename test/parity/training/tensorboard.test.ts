import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { int64, nn, optim, ones, training, zeros } from '../../../lib/index';
import { crc32c } from '../../../lib/training/tensorboard/record';
import { runPython } from '../../support/python';

const script = `
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.hparams import plugin_data_pb2
events = EventAccumulator(input['folder'], size_guidance={'tensors': 0, 'histograms': 0})
events.Reload()
histogram = events.Histograms('weights')[0]
content = events.SummaryMetadata('_hparams_/session_start_info').plugin_data.content
hparams = plugin_data_pb2.HParamsPluginData.FromString(content).session_start_info.hparams
output = {
  'scalars': [[e.step, e.value] for e in events.Scalars('loss')],
  'histogram': [histogram.step, histogram.histogram_value.num, histogram.histogram_value.min, histogram.histogram_value.max,
                histogram.histogram_value.sum, sum(histogram.histogram_value.bucket)],
  'text': events.Tensors('note/text_summary')[0].tensor_proto.string_val[0].decode(),
  'hparams': [hparams['lr'].number_value, hparams['model'].string_value, hparams['deep'].bool_value],
}
`;

test("TensorBoard's own reader reads the event files", () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tensorboard-'));
  try {
    const writer = new training.SummaryWriter(folder);
    writer.addScalar('loss', 0.5, 1);
    writer.addScalar('loss', 0.25, 70_000);
    writer.addHistogram('weights', [1, 2, 3, 4, NaN], 3);
    writer.addText('note', '# a heading, ä', 0);
    writer.addHyperParameters({ lr: 0.01, model: 'net', deep: true });
    writer.close();
    expect(() => writer.addScalar('loss', 1, 2)).toThrow('closed');
    expect(runPython(script, { folder })).toEqual({
      scalars: [[1, 0.5], [70_000, 0.25]], // prettier-ignore
      histogram: [3, 4, 1, 4, 10, 4],
      text: '# a heading, ä',
      hparams: [0.01, 'net', true],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

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
