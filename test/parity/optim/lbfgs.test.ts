import * as torch from '../../../lib/index';
import { type Tensor, optim } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

const CASES: readonly { readonly python: string; readonly options: optim.LBFGSOptions }[] = [
  { python: 'lr=0.1', options: { lr: 0.1 } },
  { python: 'lr=0.5, max_iter=7, history_size=3', options: { lr: 0.5, maxIter: 7, historySize: 3 } },
  { python: 'line_search_fn="strong_wolfe"', options: { lineSearchFn: 'strong_wolfe' } },
  {
    python: 'lr=2, max_iter=5, line_search_fn="strong_wolfe", tolerance_change=1e-5',
    options: { lr: 2, maxIter: 5, lineSearchFn: 'strong_wolfe', toleranceChange: 1e-5 },
  },
  { python: 'lr=torch.tensor(0.3), max_eval=4', options: { lr: 0.3, maxEval: 4 } },
];

const SCRIPT = `
import torch
output = []
def loss_of(x, y):
    a = (1 - x[:-1]).pow(2).sum() + 10 * (x[1:] - x[:-1].pow(2)).pow(2).sum()
    return a + (y * y).sum() * 0.1 + (y.sum() - 1).pow(4)
for options in input["cases"]:
    x = input["x"].clone().requires_grad_()
    y = input["y"].clone().requires_grad_()
    optimizer = eval("torch.optim.LBFGS([x, y], " + options + ")")
    losses, params = [], []
    def closure():
        optimizer.zero_grad()
        loss = loss_of(x, y)
        loss.backward()
        return loss
    for _ in range(input["steps"]):
        losses.append(optimizer.step(closure).item())
        params.append([x.detach().clone(), y.detach().clone()])
    state = optimizer.state_dict()["state"][0]
    output.append({"losses": losses, "params": params, "evals": state["func_evals"], "iterations": state["n_iter"],
                   "keys": sorted(state.keys())})
`;

interface Answer {
  readonly losses: readonly number[];
  readonly params: readonly (readonly Tensor[])[];
  readonly evals: number;
  readonly iterations: number;
  readonly keys: readonly string[];
}

function lossOf(x: Tensor, y: Tensor): Tensor {
  const n = x.numel() - 1;
  const head = (): Tensor => x.narrow(0, 0, n);
  const a = torch
    .rsub(head(), 1)
    .pow(2)
    .sum()
    .add(x.narrow(0, 1, n).sub(head().pow(2)).pow(2).sum().mul(10));
  return a.add(y.mul(y).sum().mul(0.1)).add(y.sum().sub(1).pow(4));
}

const STEPS = 6;
let start: { x: Tensor; y: Tensor };
let expected: readonly Answer[];

beforeAll(() => {
  const generator = new torch.Generator().manualSeed(3);
  start = { x: torch.randn([6], { generator }), y: torch.randn([2, 3], { generator }) };
  expected = runPython<Answer[]>(SCRIPT, { ...start, steps: STEPS, cases: CASES.map(({ python }) => python) });
}, 120_000);

describe.each(CASES.map((test, i) => [test.python, test, i] as const))('LBFGS(%s)', (_, test, i) => {
  it('takes the steps of Python, inside of scopes too', () => {
    const python = expected[i] as Answer;
    const x = start.x.clone().requiresGrad_();
    const y = start.y.clone().requiresGrad_();
    const isTensor = test.python.includes('torch.tensor');
    const lr = isTensor ? torch.full([], test.options.lr as number) : test.options.lr;
    const optimizer = new optim.LBFGS([x, y], { ...test.options, ...(lr === undefined ? {} : { lr }) });
    for (let n = 0; n < STEPS; n++) {
      const loss = torch.scope(() =>
        optimizer
          .step(() => {
            optimizer.zeroGrad();
            const value = lossOf(x, y);
            value.backward();
            return value;
          })
          .item(),
      );
      expect(loss).toBe(python.losses[n]);
      [x, y].forEach((param, k) => expectBitEqual(param.detach(), python.params[n]?.[k] as Tensor));
    }
    const state = optimizer.stateDict().state.get(0) as Record<string, unknown>;
    expect(state.func_evals).toBe(python.evals);
    expect(state.n_iter).toBe(python.iterations);
    expect(Object.keys(state).sort()).toEqual(python.keys);
  });
});
