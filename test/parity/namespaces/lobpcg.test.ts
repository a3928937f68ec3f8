/** `torch.lobpcg`, beside Python. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

// The method `basic` changes X in Python.
const PYTHON = `
a, x, b, batch = input['a'], input['x'], input['b'], input['batch']
def run(*args, **options): return [t.detach() for t in torch.lobpcg(*args, **options)]
leaf = a.clone().requires_grad_()
values, vectors = torch.lobpcg(leaf, 2, X=x.clone())
(values.sum() + (vectors.abs() * torch.arange(1., 3.)).sum()).backward()
output = [run(a, 2, X=x.clone()), run(a, 2, X=x.clone(), largest=False), run(a, 2, X=x.clone(), method='basic', niter=40), run(a, 2, B=b, X=x.clone()),
          run(a.to_sparse(), 2, X=x.clone()), run(a, 1, X=x.clone(), niter=3), run(batch, 1, X=torch.stack([x, x + 1])),
          run(a, 2, X=x.clone(), ortho_bparams={'ortho_use_drop': True}), [leaf.grad]]
`;

test('eigenpairs and gradients are those of Python', () => {
  torch.manualSeed(4);
  const half = torch.randn([12, 12], { dtype: torch.float64 });
  const a = half.matmul(half.mT).add(torch.eye(12));
  const x = torch.randn([12, 2], { dtype: torch.float64 });
  const other = torch.randn([12, 12], { dtype: torch.float64 });
  const b = other.matmul(other.mT).add(torch.eye(12).mul(5));
  const batch = torch.stack([a, b]);
  const answers = runPython<Tensor[][]>(PYTHON, { a, x, b, batch });
  const leaf = a.clone().requiresGrad_();
  const [values, vectors] = torch.lobpcg(leaf, 2, { X: x });
  values
    .sum()
    .add(vectors.abs().mul(torch.arange(1, 3)).sum())
    .backward();
  const here: Tensor[][] = [
    torch.lobpcg(a, 2, { X: x }),
    torch.lobpcg(a, 2, { X: x, largest: false }),
    torch.lobpcg(a, 2, { X: x, method: 'basic', niter: 40 }),
    torch.lobpcg(a, 2, b, x),
    torch.lobpcg(a.toSparse(), 2, { X: x }),
    torch.lobpcg(a, 1, { X: x, niter: 3 }),
    torch.lobpcg(batch, 1, { X: torch.stack([x, x.add(1)]) }),
    torch.lobpcg(a, 2, { X: x, orthoBparams: { orthoUseDrop: true } }),
    [leaf.grad as Tensor],
  ];
  // The iteration ends at a residual of 1.5e-8, where sums of another order differ; an eigenvector may have the other sign.
  here.forEach((row, i) => {
    row.forEach((one, j) => {
      const [mine, theirs] = j === 1 ? [one.abs(), answers[i]![j]!.abs()] : [one, answers[i]![j]!];
      const near = torch.allclose(mine, theirs, { rtol: 1e-5, atol: 1e-6 });
      if (!near) expectBitEqual(mine, theirs, `${i}.${j}`);
      expect(near).toBe(true);
    });
  });
});

test('random starts, trackers, and what does not fit', () => {
  const a = torch.diag(torch.arange(1, 13).to(torch.float32));
  const steps: number[] = [];
  const [values, vectors] = torch.lobpcg(a, 2, { tracker: ({ istep }) => steps.push(istep) });
  expect(values.round().tolist()).toEqual([12, 11]);
  expect(torch.allclose(a.matmul(vectors), vectors.mul(values), { atol: 1e-2 })).toBe(true);
  expect(steps).toEqual(steps.map((_, i) => i + 1));
  const stopped: number[] = [];
  torch.lobpcg(a, 2, {
    tracker: (state) => {
      stopped.push(state.istep);
      state.forceStop = state.istep === 2;
    },
  });
  expect(stopped).toEqual([1, 2]);
  expect(() => torch.lobpcg(a, 5)).toThrow('LOBPCG algorithm is not applicable when the number of A rows (=12)');
  expect(() => torch.lobpcg(torch.ones([2, 3]))).toThrow('A must be square, got shape [2, 3]');
  expect(() => torch.lobpcg(a, 1, { B: torch.eye(3) })).toThrow('A and B must have same shape');
  expect(() => torch.lobpcg(a.to(torch.float16), 1)).toThrow(TypeError);
  expect(() => torch.lobpcg(a, 1, { X: torch.ones([12, 1]), tolerance: 1 } as never)).toThrow(/unknown option/);
  const sparse = a.toSparse().requiresGrad_();
  expect(() => torch.lobpcg(sparse, 1)[0].sum().backward()).toThrow(/does not support sparse input yet/);
});
