/**
 * torchvision's models beside torchvision: first weights, names, text, outputs in evaluation and in training, gradients
 * and a step of SGD, in bits.
 */
import * as torch from '../../../lib/index';
import type { Tensor, nn } from '../../../lib/index';
import { models } from '../../../lib/vision/index';
import { bitDifference, runPython } from '../../support/python';

/** A model with its size of picture, and options that keep it small. */
interface Case {
  readonly name: string;
  readonly size: number;
  readonly options?: Record<string, unknown>;
}

const CASES: readonly Case[] = [
  { name: 'resnet18', size: 32, options: { zeroInitResidual: true } },
  { name: 'resnet34', size: 32 },
  { name: 'resnet50', size: 64, options: { replaceStrideWithDilation: [false, true, true] } },
  { name: 'resnext50_32x4d', size: 32 },
  { name: 'wide_resnet50_2', size: 32 },
  { name: 'squeezenet1_0', size: 64 },
  { name: 'squeezenet1_1', size: 64 },
  { name: 'densenet121', size: 32, options: { dropRate: 0.1 } },
  { name: 'mobilenet_v2', size: 32, options: { widthMult: 0.5 } },
  { name: 'mobilenet_v3_large', size: 32 },
  { name: 'mobilenet_v3_small', size: 32 },
  { name: 'efficientnet_b0', size: 32 },
  { name: 'efficientnet_b5', size: 32 },
  { name: 'efficientnet_v2_s', size: 32 },
  { name: 'convnext_tiny', size: 32 },
  { name: 'swin_t', size: 64 },
  { name: 'swin_v2_t', size: 64 },
  { name: 'regnet_x_400mf', size: 32 },
  { name: 'regnet_y_400mf', size: 32 },
  { name: 'vit_b_32', size: 64, options: { imageSize: 64, dropout: 0.1, representationSize: 16 } },
  { name: 'shufflenet_v2_x0_5', size: 32 },
  { name: 'maxvit_t', size: 224, options: { mlpDropout: 0.1, attentionDropout: 0.1 } },
  { name: 'alexnet', size: 64 },
  { name: 'googlenet', size: 32, options: { initWeights: true, dropoutAux: 0.5 } },
  { name: 'inception_v3', size: 75, options: { initWeights: true, auxLogits: false } },
  { name: 'mnasnet0_5', size: 32 },
  { name: 'lraspp_mobilenet_v3_large', size: 32 },
  { name: 'fcn_resnet50', size: 32, options: { auxLoss: true } },
  { name: 'deeplabv3_mobilenet_v3_large', size: 32, options: { auxLoss: true } },
];

const SCRIPT = `
import re
import import_torchvision  # noqa: F401
from torchvision import models
torch.set_num_threads(1)

def snake(name):
    return re.sub(r"(?<!^)[A-Z]", lambda m: "_" + m[0].lower(), name)

def digest(tensors):
    return [t.detach().double().sum().item() for t in tensors]

def outputs(out):
    return list(out.values()) if isinstance(out, dict) else list(out) if isinstance(out, tuple) else [out]

output = {}
for case in input["cases"]:
    options = {snake(k): v for k, v in case["options"].items()}
    if case["name"].startswith(("fcn", "deeplab", "lraspp")):
        options["weights_backbone"] = None
    torch.manual_seed(7)
    model = models.get_model(case["name"], num_classes=5, **options)
    state = model.state_dict()
    seen = {"text": str(model), "keys": list(state), "shapes": [list(t.shape) for t in state.values()], "weights": digest(state.values())}
    x = torch.randn(2, 3, case["size"], case["size"])
    model.eval()
    with torch.no_grad():
        out = model(x)
        seen["evaluated"] = outputs(out)
    model.train()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    out = model(x)
    outs = outputs(out)
    seen["trained"] = outs
    sum((o * o).mean() for o in outs).backward()
    seen["gradients"] = digest([p.grad for p in model.parameters() if p.grad is not None])
    optimizer.step()
    seen["after"] = digest(model.state_dict().values())
    output[case["name"]] = seen
`;

interface Seen {
  readonly text: string;
  readonly keys: readonly string[];
  readonly shapes: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly evaluated: readonly Tensor[];
  readonly trained: readonly Tensor[];
  readonly gradients: readonly number[];
  readonly after: readonly number[];
}

const digest = (tensors: Iterable<Tensor>): number[] =>
  Array.from(tensors, (tensor) => tensor.detach().to(torch.float64).sum().item() as number);

function observe({ name, size, options }: Case): Seen {
  torch.manualSeed(7);
  const model = models.getModel(name, { numClasses: 5, ...options }) as nn.Module & { forward(x: Tensor): unknown };
  const state = model.stateDict();
  const x = torch.randn([2, 3, size, size]);
  const outputs = (): Tensor[] => {
    const out = model.forward(x);
    return out instanceof torch.Tensor ? [out] : Object.values(out as Record<string, Tensor>);
  };
  model.eval();
  const evaluated = torch.noGrad(outputs);
  model.train();
  const before = {
    text: String(model),
    keys: Object.keys(state),
    shapes: Object.values(state).map(({ shape }) => [...shape]),
    weights: digest(Object.values(state)),
  };
  const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.01 });
  const trained = outputs();
  const losses = trained.map((out) => out.mul(out).mean());
  losses.reduce((sum, loss) => sum.add(loss)).backward();
  const gradients = digest(model.parameters().flatMap(({ grad }) => (grad ? [grad] : [])));
  optimizer.step();
  return { ...before, evaluated, trained, gradients, after: digest(Object.values(model.stateDict())) };
}

let python: Record<string, Seen>;
// One process for all: torchvision takes seconds to import.
beforeAll(() => {
  const cases = CASES.map((one) => ({ ...one, options: one.options ?? {} }));
  python = runPython<Record<string, Seen>>(SCRIPT, { cases });
}, 300_000);

describe.each(CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
  it('is as in torchvision', () => {
    const theirs = python[name]!;
    const ours = observe(one);
    expect(ours.text).toBe(theirs.text);
    expect(ours.keys).toEqual(theirs.keys);
    expect(ours.shapes).toEqual(theirs.shapes);
    expect(ours.weights).toEqual(theirs.weights);
    const differences = (a: readonly Tensor[], b: readonly Tensor[]): (string | null)[] =>
      a.map((tensor, i) => bitDifference(tensor, b[i]!));
    expect(differences(ours.evaluated, theirs.evaluated)).toEqual(theirs.evaluated.map(() => null));
    expect(differences(ours.trained, theirs.trained)).toEqual(theirs.trained.map(() => null));
    expect(ours.gradients).toEqual(theirs.gradients);
    expect(ours.after).toEqual(theirs.after);
    torch.sweep();
  }, 120_000);
});
