/**
 * Fine-tunes a model of torchvision that came from Python, and writes it for Python and for onnxruntime.
 *
 *   python examples/vision/model.py model.pt2
 *   node scripts/run-ts.cjs examples/vision/tune.ts model.pt2 --out runs/vision [--steps 150] [--batch 32] [--seed 0]
 *
 * The folder gets tuned.pt2, which Python's torch.export.load reads, model.onnx with its weights beside it, labels.json,
 * and a picture of each shape.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';
import { LABELS, draw, toInput, toPpm } from './pictures';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'runs/vision' },
    steps: { type: 'string', default: '150' },
    batch: { type: 'string', default: '32' },
    seed: { type: 'string', default: '0' },
  },
});
const [file = 'model.pt2'] = positionals;
torch.manualSeed(Number(flags.seed));

// 1. The model: a graph with weights. Its sizes say how large a picture is, and how many classes there are.
const program = torch.export.load(file);
const model = program.module();
const [[example]] = program.exampleInputs as unknown as [[Tensor]];
const side = example.shape[3]!;

// 2. Pictures with their labels, new ones for each step.
function pictures(count: number): [images: Tensor, labels: Tensor] {
  const random = torch.rand([count, 9]).tolist() as number[][];
  const images = new Float32Array(count * 3 * side * side);
  random.forEach((numbers, i) =>
    images.set(toInput(draw(LABELS[i % LABELS.length]!, side, numbers)), i * 3 * side * side),
  );
  const labels = torch.arange(count).remainder(LABELS.length);
  return [torch.tensor(images).reshape([count, 3, side, side]), labels];
}

const scores = (images: Tensor): Tensor => model.forward(images) as Tensor;

function accuracy(count: number): number {
  return torch.noGrad(() =>
    torch.scope(() => {
      const [images, labels] = pictures(count);
      return Number(scores(images).argmax(1).eq(labels).to(torch.float32).mean().item());
    }),
  );
}

// 3. Training: the parameters of the module are those of the program.
const optimizer = new optim.AdamW(model.parameters(), { lr: 3e-4 });

function step(): number {
  return torch.scope(() => {
    const [images, labels] = pictures(Number(flags.batch));
    optimizer.zeroGrad();
    const loss = nn.functional.crossEntropy(scores(images), labels);
    loss.backward();
    optimizer.step();
    return Number(loss.item());
  });
}

for (let i = 1; i <= Number(flags.steps); i++) {
  const loss = step();
  if (i % 10 === 0 || i === 1) console.log(`step ${i}: loss ${loss.toFixed(3)}`);
}
console.log(`accuracy on new pictures: ${accuracy(60).toFixed(3)}`);

// 4. The results.
const at = (name: string): string => path.join(flags.out, name);
mkdirSync(flags.out, { recursive: true });
torch.export.save(program, at('tuned.pt2'));
torch.onnx.export(program, null, at('model.onnx'), { inputNames: ['image'], outputNames: ['scores'] });
writeFileSync(at('labels.json'), JSON.stringify(LABELS));
for (const label of LABELS) writeFileSync(at(`${label}.ppm`), toPpm(draw(label, side, Array<number>(9).fill(0.5))));
console.log(`written to ${flags.out}`);
