/**
 * Fine-tunes ResNet-18 on a folder of pictures with a folder for each class.
 *
 *   node scripts/run-ts.cjs examples/finetune-resnet.ts [--data FOLDER] [--weights FILE] [--out runs/resnet] [--epochs 4]
 *     [--size 64] [--batch 16] [--seed 0]
 *
 * Without --data it makes a small folder of its own: rings, crosses and squares. Without --weights it begins with random ones;
 * `--weights resnet18-f37072fd.pth` begins with those of ImageNet. It needs the package `sharp`. At the end it prints a table
 * of the classes, and writes model.pth, whose weights Python's torchvision loads, and pictures.png, the first pictures that it
 * was tested on.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as torch from 'libtorch-node';
import { data, nn, optim, type Tensor } from 'libtorch-node';
import { datasets, models, transforms as t, utils } from 'libtorch-node/vision';

const { values: flags } = parseArgs({
  options: {
    data: { type: 'string' },
    weights: { type: 'string' },
    out: { type: 'string', default: 'runs/resnet' },
    epochs: { type: 'string', default: '4' },
    size: { type: 'string', default: '64' },
    batch: { type: 'string', default: '16' },
    seed: { type: 'string', default: '0' },
  },
});
const [size, batchSize, epochs] = [Number(flags.size), Number(flags.batch), Number(flags.epochs)];
torch.manualSeed(Number(flags.seed));

// 1. Pictures. Those that are made here stand in folders, too, as anybody's would.
const SHAPES: Readonly<Record<string, (x: Tensor, y: Tensor) => Tensor>> = {
  cross: (x, y) => torch.minimum(x.abs(), y.abs()).lt(0.12).logicalAnd(torch.maximum(x.abs(), y.abs()).lt(0.5)),
  ring: (x, y) => x.square().add(y.square()).sqrt().sub(0.4).abs().lt(0.1),
  square: (x, y) => torch.maximum(x.abs(), y.abs()).sub(0.4).abs().lt(0.1),
};

async function makePictures(folder: string, count: number): Promise<void> {
  const line = torch.linspace(-1, 1, 72);
  const [y, x] = torch.meshgrid(line, line, { indexing: 'ij' });
  for (const [name, shape] of Object.entries(SHAPES)) {
    mkdirSync(path.join(folder, name), { recursive: true });
    for (let i = 0; i < count; i++) {
      const [dx, dy] = torch.rand([2]).mul(0.6).sub(0.3).tolist() as [number, number];
      const mask = shape(x!.sub(dx), y!.sub(dy)).to(torch.float32);
      const [front, back] = [torch.rand([3, 1, 1]), torch.rand([3, 1, 1])];
      const noise = torch.randn([3, 72, 72]).mul(0.1);
      const picture = mask.mul(front).add(torch.rsub(mask, 1).mul(back)).add(noise).clamp(0, 1);
      await utils.saveImage(picture, path.join(folder, name, `${String(i).padStart(3, '0')}.png`));
    }
  }
}

/** Prints over the same line of a terminal. */
function progress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`);
  else console.log(text);
}

async function main(): Promise<void> {
  mkdirSync(flags.out, { recursive: true });
  const folder = flags.data ?? path.join(flags.out, 'shapes');
  if (flags.data === undefined && !existsSync(folder)) {
    console.log(`making pictures in ${folder}`);
    await makePictures(folder, 40);
  }

  // 2. What is done to a picture: chance for training, none for tests.
  const scale = [new t.ToDtype(torch.float32, true), new t.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])];
  const forTraining = new t.Compose([
    new t.RandomResizedCrop(size, { scale: [0.6, 1] }),
    new t.RandomHorizontalFlip(),
    new t.ColorJitter(0.2, 0.2),
    ...scale,
  ]);
  const forTests = new t.Compose([new t.Resize(size), new t.CenterCrop(size), ...scale]);
  // A picture that cannot be read is named, and another one takes its place.
  const onSkip = ({ file, error }: datasets.SkippedSample): void => console.warn(`left out ${file}: ${error.message}`);
  const open = (transform: t.Transform): datasets.ImageFolder<Tensor> =>
    new datasets.ImageFolder<Tensor>(folder, { transform, onError: 'skip', onSkip });
  const [train, test] = [open(forTraining), open(forTests)];
  const { classes } = train;
  const order = torch.randperm(train.length).tolist() as number[];
  const cut = Math.floor(train.length * 0.8);
  const trainLoader = new data.DataLoader(new data.Subset(train, order.slice(0, cut)), { batchSize, shuffle: true });
  const testLoader = new data.DataLoader(new data.Subset(test, order.slice(cut)), { batchSize });

  // 3. The model: other classes need another last layer.
  const model = models.resnet18(flags.weights === undefined ? {} : { weights: flags.weights });
  model.fc = new nn.Linear(512, classes.length);
  const optimizer = new optim.AdamW(model.parameters(), { lr: 1e-3, weightDecay: 1e-4 });
  const steps = epochs * Math.ceil(cut / batchSize);
  const schedule = new optim.lrScheduler.OneCycleLR(optimizer, { maxLr: 1e-3, totalSteps: steps });
  const criterion = new nn.CrossEntropyLoss({ labelSmoothing: 0.05 });

  // 4. Training.
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    model.train();
    for await (const [images, labels] of trainLoader) {
      const loss = torch.scope(() => {
        optimizer.zeroGrad();
        const value = criterion.forward(model.forward(images), labels);
        value.backward();
        optimizer.step();
        return value.item();
      });
      schedule.step();
      progress(`epoch ${epoch} of ${epochs}, step ${++step} of ${steps}: loss ${loss.toFixed(3)}`);
      images.dispose();
    }
  }
  if (process.stdout.isTTY) console.log();

  // 5. Test: how often each class is found, and the first pictures side by side.
  model.eval();
  const right = classes.map(() => 0);
  const all = classes.map(() => 0);
  let shown: Tensor | null = null;
  for await (const [images, labels] of testLoader) {
    const found = torch
      .noGrad(() => model.forward(images))
      .argmax(1)
      .tolist() as number[];
    (labels.tolist() as number[]).forEach((label, i) => {
      all[label]!++;
      if (found[i] === label) right[label]!++;
    });
    shown ??= images;
  }
  console.table(classes.map((name, i) => ({ class: name, pictures: all[i], found: right[i] })));
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
  console.log(`accuracy on new pictures: ${(sum(right) / sum(all)).toFixed(3)}`);
  torch.save(model.stateDict(), path.join(flags.out, 'model.pth'));
  if (shown) await utils.saveImage(shown, path.join(flags.out, 'pictures.png'), { normalize: true, scaleEach: true });
  console.log(`wrote model.pth and pictures.png to ${flags.out}`);
}

void main();
