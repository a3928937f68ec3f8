/** Types of `torch.optim` that the compiler checks (npm run typecheck); this file never runs. */
import * as torch from '../../lib/index';
import { type Tensor, nn, optim } from '../../lib/index';
import { same } from './same';

declare const model: nn.Module;
declare const w: Tensor;

export function params(): void {
  new optim.SGD(model.parameters(), { lr: 0.1, momentum: 0.9, nesterov: true });
  new optim.Adam(model.namedParameters());
  new optim.AdamW([w], { betas: [0.8, 0.99], fused: true });
  new optim.Adam([w], { betas: [w, w], capturable: true });
  new optim.Adam([{ params: [w], lr: 0.1 }, { params: model.parameters() }], { lr: w });
  new optim.Adagrad(new Set([w]));
  new optim.LBFGS([w], { lineSearchFn: 'strong_wolfe' });
}

export function groups(): void {
  const adam = new optim.Adam([w]);
  const [group] = adam.paramGroups;
  const _groups = adam.paramGroups;
  same<typeof _groups, optim.AdamGroup[]>(true);
  if (!group) return;
  const _betas = group.betas;
  same<typeof _betas, [number | Tensor, number | Tensor]>(true);
  const _lr = group.lr;
  same<typeof _lr, number | Tensor>(true);
  group.lr = 0.01;
  group['initialLr'] = 0.1;
  adam.addParamGroup({ params: model.parameters(), weightDecay: 0 });
}

export function steps(): void {
  const sgd = new optim.SGD([w], { lr: 0.1 });
  sgd.step();
  const _loss = sgd.step(() => w.sum());
  same<typeof _loss, Tensor>(true);
  const _later = sgd.stepAsync({ signal: new AbortController().signal });
  same<typeof _later, Promise<void>>(true);
  sgd.zeroGrad({ setToNone: false });
  const handle = sgd.registerStepPreHook((_optimizer, args) => [...args]);
  handle.remove();
}

export function states(): void {
  const rprop = new optim.Rprop([w]);
  const dict = rprop.stateDict();
  same<typeof dict, optim.OptimizerStateDict>(true);
  rprop.loadStateDict(dict);
  const _entry = rprop.state.get(w);
  same<typeof _entry, optim.ParamState | undefined>(true);
}

export function schedulers(): void {
  const sgd = new optim.SGD([w]);
  const { lrScheduler } = optim;
  new lrScheduler.StepLR(sgd, 10).step();
  new lrScheduler.ReduceLROnPlateau(sgd, { mode: 'max' }).step(0.5);
  const _rates = new lrScheduler.LinearLR(sgd).getLastLr();
  same<typeof _rates, number[]>(true);
  new lrScheduler.SequentialLR(sgd, [new lrScheduler.ConstantLR(sgd), new lrScheduler.ExponentialLR(sgd, 0.9)], [5]);
  const _average = new optim.swaUtils.AveragedModel(new nn.Linear(1, 1)).module;
  same<typeof _average, nn.Linear>(true);
}

/** One's own: options of its own in its groups. */
class SignSGD extends optim.Optimizer<optim.ParamGroup & { sign: number }> {
  constructor(given: Iterable<Tensor>) {
    super(given, { lr: 0.1, sign: 1 });
  }

  protected performStep(): void {
    for (const { params: tensors, sign } of this.paramGroups) for (const p of tensors) torch.mul(p, sign);
  }
}

export function mistakes(): void {
  new SignSGD([w]).step();
  // @ts-expect-error -- a slip in the name of an option
  new optim.SGD([w], { learningRate: 0.1 });
  // @ts-expect-error -- SGD has no betas
  new optim.SGD([w], { betas: [0.9, 0.99] });
  // @ts-expect-error -- two numbers
  new optim.Adam([w], { betas: [0.9] });
  // @ts-expect-error -- a number and a tensor
  new optim.Adam([w], { betas: [0.9, w] });
  // @ts-expect-error -- AdamW always decays apart
  new optim.AdamW([w], { decoupledWeightDecay: false });
  // @ts-expect-error -- a learning rate is no text
  new optim.SGD([w], { lr: '0.1' });
  // @ts-expect-error -- parameters is a method
  new optim.SGD(new nn.Linear(1, 1).parameters, { lr: 0.1 });
  // @ts-expect-error -- a module is no parameters
  new optim.SGD(model);
  // @ts-expect-error -- groups cannot be replaced as a whole
  new optim.SGD([w]).paramGroups = [];
  // @ts-expect-error -- 'min' or 'max'
  new optim.lrScheduler.ReduceLROnPlateau(new optim.SGD([w]), { mode: 'least' });
  // @ts-expect-error -- a scheduler needs an optimizer
  new optim.lrScheduler.StepLR(model, 10);
  // @ts-expect-error -- the base class takes no step of its own
  new optim.Optimizer([w], {});
}
