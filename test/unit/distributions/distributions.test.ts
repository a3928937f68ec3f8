/** What Python's tests of distributions cannot say: arguments by name, scopes, disposal, subclasses in TypeScript. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

const D = torch.distributions;
const { constraints } = D;

describe('arguments', () => {
  test('by position, by name, and the last ones by name', () => {
    expect(String(new D.Normal(0, 2))).toBe('Normal(loc: 0.0, scale: 2.0)');
    expect(String(new D.Normal({ scale: 2, loc: 0 }))).toBe('Normal(loc: 0.0, scale: 2.0)');
    expect(new D.Normal(0, -2, { validateArgs: false }).scale.item()).toBe(-2);
    expect(new D.Normal(0, -2, false).scale.item()).toBe(-2);
    expect(new D.Bernoulli({ logits: 0 }).probs.item()).toBe(0.5);
    expect(new D.StudentT(3, { scale: 2 }).scale.item()).toBe(2);
  });

  test('numbers take the default dtype, or that of a tensor beside them; bigints are numbers', () => {
    expect(new D.Normal(0, 1).loc.dtype).toBe(torch.float32);
    expect(new D.Normal(0, torch.ones([2]).double()).loc.dtype).toBe(torch.float64);
    expect(new D.Normal(3n, 1).loc.item()).toBe(3);
    torch.setDefaultDtype(torch.float64);
    try {
      expect(new D.Normal(0, 1).loc.dtype).toBe(torch.float64);
      expect(new D.Beta(0.5, 0.5).concentration1.dtype).toBe(torch.float64);
    } finally {
      torch.setDefaultDtype(torch.float32);
    }
  });

  test('what is no tensor, no number and no such name is refused', () => {
    const loose = D.Normal as unknown as new (...args: unknown[]) => object;
    expect(() => new loose([0], 1)).toThrow(/use torch\.tensor/);
    expect(() => new loose(Promise.resolve(0), 1)).toThrow(/await it first/);
    expect(() => new loose('0', 1)).toThrow(/Input arguments must all be instances of Number/);
    expect(() => new loose(null, 1)).toThrow(/Input arguments/);
    expect(() => new loose({ loc: 0, sclae: 1 })).toThrow(/did you mean 'scale'/);
    expect(() => new loose(0)).toThrow(/misses 'scale'/);
    expect(() => new loose(0, 1, true, 2)).toThrow(/takes at most 3/);
    expect(() => new D.Normal(0, 1).sample(2 as never)).toThrow(/a list of integers/);
    expect(() => new D.Normal(0, 1).sample([1.5])).toThrow(/a list of integers/);
    expect(() => new D.Normal(0, 1).logProb(0 as never)).toThrow(/The value argument to log_prob must be a Tensor/);
  });

  test('sample shapes and values by name', () => {
    const normal = new D.Normal(0, 1);
    expect(normal.sample({ sampleShape: [2] }).shape).toEqual([2]);
    expect(normal.logProb({ value: torch.zeros([3]) }).shape).toEqual([3]);
    expect(normal.expand({ batchShape: [4] }).batchShape).toEqual([4]);
  });
});

describe('validation', () => {
  afterEach(() => D.Distribution.setDefaultValidateArgs(true));

  test('can be turned off for all, and on for one', () => {
    D.Distribution.setDefaultValidateArgs(false);
    expect(new D.Normal(0, -1).scale.item()).toBe(-1);
    expect(() => new D.Normal(0, -1, true)).toThrow(/satisfy the constraint/);
    expect(() => D.Distribution.setDefaultValidateArgs(1 as never)).toThrow(TypeError);
  });

  test('a batch of which one parameter is NaN', () => {
    const loc = torch.tensor([0, NaN]);
    expect(() => new D.Normal(loc, 1)).toThrow(
      'Expected parameter loc (Tensor of shape (2,)) of distribution Normal(loc: torch.Size([2]), scale: torch.Size([2])) ' +
        'to satisfy the constraint Real(), but found invalid values:\ntensor([0., nan])',
    );
  });
});

describe('lifetimes', () => {
  test('what a distribution made survives the scope in which it was made', () => {
    const normal = torch.scope(() => ({ it: new D.Normal(0, 1) })).it;
    expect(normal.logProb(torch.zeros([])).item()).toBeCloseTo(-0.9189, 4);
    const made = torch.scope(() => [
      new D.Beta(2, 3),
      new D.Gumbel(0, 1),
      new D.Weibull(1, 2),
      new D.HalfNormal(1),
      new D.StudentT(3),
      new D.LKJCholesky(3),
      new D.MultivariateNormal(torch.zeros([2]), torch.eye(2)),
      new D.Wishart(4, torch.eye(2)),
      new D.Dirichlet(torch.ones([2])),
      new D.Normal(0, 1).expand([2]),
      new D.LogisticNormal(0, 1),
      new D.TransformedDistribution(new D.Normal(0, 1), new D.AffineTransform(torch.ones([2]), 2)),
      new D.Independent(new D.Normal(torch.zeros([2]), 1), 1),
    ]);
    for (const one of made) expect(one.logProb(one.sample([2])).shape[0]).toBe(2);
  });

  test('what is computed later, in an inner scope, survives that scope', () => {
    const bernoulli = new D.Bernoulli({ logits: 0.5 });
    torch.scope(() => bernoulli.probs.item());
    expect(bernoulli.probs.item()).toBeCloseTo(0.6225, 4);
    const matrix = new D.MultivariateNormal(torch.zeros([2]), { scaleTril: torch.eye(2) });
    torch.scope(() => void matrix.covarianceMatrix);
    expect(matrix.covarianceMatrix.tolist()).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test('dispose() frees what it made, and nothing that it was given', () => {
    const loc = torch.zeros([3]);
    const scale = torch.ones([3]);
    const before = torch.memory().tensors;
    {
      using normal = new D.Normal(loc, scale);
      normal.dispose();
      expect(normal.loc.isDisposed).toBe(true);
    }
    torch.sweep({ full: true });
    expect(torch.memory().tensors).toBeLessThanOrEqual(before);
    expect(loc.isDisposed || scale.isDisposed).toBe(false);
    const concentration = torch.ones([2]);
    new D.Dirichlet(concentration).dispose();
    expect(concentration.isDisposed).toBe(false);
  });

  test('a disposed one can still be printed', () => {
    const normal = new D.Normal(0, 1);
    normal.dispose();
    expect(String(normal)).toBe('Normal(loc: Tensor(disposed), scale: Tensor(disposed))');
  });
});

test('lazy properties have gradients, even if they were first read without recording', () => {
  const logits = torch.zeros([2], { requiresGrad: true });
  const bernoulli = new D.Bernoulli({ logits });
  torch.noGrad(() => bernoulli.probs);
  bernoulli.probs.sum().backward();
  expect(logits.grad?.tolist()).toEqual([0.25, 0.25]);
});

/** y = 2x. */
class Doubled extends D.Transform {
  override get domain(): torch.distributions.constraints.Constraint {
    return constraints.real;
  }

  override get codomain(): torch.distributions.constraints.Constraint {
    return constraints.real;
  }

  override get bijective(): boolean {
    return true;
  }

  protected override _call(x: Tensor): Tensor {
    return x.mul(2);
  }

  protected override _inverse(y: Tensor): Tensor {
    return y.div(2);
  }

  override logAbsDetJacobian(x: Tensor): Tensor {
    return x.mul(0).add(Math.LN2);
  }
}

/** A triangle over [0, width]. */
class Triangle extends D.Distribution {
  readonly width: Tensor;

  constructor(width: number) {
    super([], []);
    this.width = torch.keep(torch.tensor(width));
    this.validateParameters();
  }

  override get argConstraints() {
    return { width: constraints.positive };
  }

  override get support() {
    return constraints.interval(0, this.width);
  }

  override get mean(): Tensor {
    return this.width.div(2);
  }

  override rsample(): Tensor {
    return torch.rand([]).add(torch.rand([])).mul(this.width).div(2);
  }

  override logProb(value: Tensor): Tensor {
    if (value.dim() > 0) this.validateSample(value);
    return torch.log(this.width.sub(value));
  }
}

describe('classes of users', () => {
  test('a distribution: its parameters and values are checked, it prints, sample() uses its rsample()', () => {
    const triangle = new Triangle(2.5);
    expect(String(triangle)).toBe('Triangle(width: 2.5)');
    expect(triangle.sample().requiresGrad).toBe(false);
    expect(triangle.mean.item()).toBe(1.25);
    expect(() => new Triangle(-1)).toThrow(/Expected parameter width .* GreaterThan\(lower_bound=0\.0\)/);
    expect(() => triangle.logProb(torch.tensor([3]))).toThrow(/within the support \(Interval\(lower_bound=0, /);
    expect(() => triangle.variance).toThrow(/Triangle does not implement variance/);
    expect(() => triangle.expand([2])).toThrow(/Triangle does not implement expand/);
    expect(attemptCode(() => triangle.cdf(torch.tensor(1)))).toBe('ERR_TORCH_NOT_IMPLEMENTED');
  });

  test('a transform, also within others', () => {
    const chain = new D.ComposeTransform([new Doubled(), new D.ExpTransform()]);
    expect(chain.forward(torch.zeros([1])).tolist()).toEqual([1]);
    const log = new D.TransformedDistribution(new D.Normal(0, 1), new Doubled());
    expect(log.logProb(torch.zeros([])).item()).toBeCloseTo(-0.9189 - Math.LN2, 4);
    expect(String(new Doubled().inv)).toBe('_InverseTransform(Doubled())');
    expect(new Doubled().withCache().withCache()).toBeInstanceOf(Doubled);
  });

  test('a constraint in the registries', () => {
    class Even extends constraints.Constraint {
      override check(value: Tensor): Tensor {
        return value.remainder(2).eq(0);
      }
    }
    expect(() => D.bijectTo(new Even())).toThrow('Cannot transform Even constraints');
    D.bijectTo.register(Even, () => new Doubled());
    expect(
      D.bijectTo(new Even())
        .forward(torch.ones([1]))
        .tolist(),
    ).toEqual([2]);
    expect(
      constraints
        .independent(new Even(), 1)
        .check(torch.tensor([2, 4]))
        .item(),
    ).toBe(true);
    expect(() => D.bijectTo.register(Array as never, () => new Doubled())).toThrow(/Constraint subclass or instance/);
    expect(String(D.transformTo(constraints.interval(0, 1)))).toBe('SigmoidTransform()');
  });

  test('expand() of a subclass: without a constructor of its own it works, with one it has to be written', () => {
    class Plain extends D.Normal {
      override get mean(): Tensor {
        return this.loc.add(1);
      }
    }
    const wide = new Plain(0, 1).expand([2]);
    expect(wide).toBeInstanceOf(Plain);
    expect(wide.mean.tolist()).toEqual([1, 1]);
    class Standard extends D.Normal {
      constructor() {
        super(0, 1);
      }
    }
    expect(() => new Standard().expand([2])).toThrow(
      'Subclass Standard of Normal that defines a custom __init__ method must also define a custom .expand() method.',
    );
  });
});

function attemptCode(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return 'no error';
}

describe('registerKl', () => {
  class A extends D.Distribution {}
  class B extends A {}
  class C extends B {}
  const value = (n: number) => () => torch.tensor(n);

  test('the most specific formula is taken; subclasses have that of their base', () => {
    D.registerKl(A, A, value(1));
    D.registerKl(B, B)(value(2));
    expect(D.klDivergence(new A(), new B()).item()).toBe(1);
    expect(D.klDivergence(new C(), new C()).item()).toBe(2);
    D.registerKl(C, C, value(3));
    expect(D.klDivergence(new C(), new C()).item()).toBe(3);
    D.registerKl(C, C, value(4));
    expect(D.klDivergence({ p: new C(), q: new C() }).item()).toBe(4);
  });

  test('an ambiguous pair warns and names the one to register', () => {
    class P extends D.Distribution {}
    class Q extends P {}
    D.registerKl(P, Q, value(1));
    D.registerKl(Q, P, value(2));
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    expect(D.klDivergence(new Q(), new Q()).item()).toBe(2);
    expect(warned.mock.calls.map(([text]) => text)).toEqual([
      'Ambiguous kl_divergence(Q, Q). Please register_kl(Q, Q)',
    ]);
    warned.mockRestore();
  });

  test('what is no class of distributions is refused', () => {
    expect(() => D.registerKl(Array as never, A)).toThrow(/Expected type_p to be a Distribution subclass/);
    expect(() => D.registerKl(A, 1 as never)).toThrow(/Expected type_q to be a Distribution subclass/);
    expect(() => D.klDivergence(new D.Normal(0, 1), 1 as never)).toThrow(/a Distribution/);
    expect(() => D.klDivergence(new D.Normal(0, 1), new D.StudentT(2))).toThrow(
      'No KL(p || q) is implemented for p type Normal and q type StudentT',
    );
  });
});

test('a cache gives the value back, unless a scope has ended it', () => {
  const t = new D.TanhTransform({ cacheSize: 1 });
  const x = torch.tensor([50]);
  const y = t.forward(x);
  expect(t.inv.forward(y)).toBe(x);
  const z = torch.tensor([0.5]);
  torch.scope(() => t.forward(z).sum().item());
  expect(t.forward(z).item()).toBeCloseTo(Math.tanh(0.5), 5);
});

test('gradients reach parameters through samples', () => {
  const scale = torch.tensor([2], { dtype: torch.float32, requiresGrad: true });
  for (const sample of [
    new D.Normal(0, scale).rsample([8]),
    new D.Gamma(scale, 1).rsample([8]),
    new D.Dirichlet(torch.cat([scale, scale])).rsample(),
    new D.Laplace(0, scale).rsample([8]),
  ]) {
    scale.grad = null;
    sample.pow(2).sum().backward();
    expect(scale.grad).not.toBeNull();
  }
});
