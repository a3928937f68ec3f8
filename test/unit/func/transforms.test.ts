import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';

const { func, nn } = torch;

describe('vmap', () => {
  test('maps several inputs, trees, and chosen dimensions', () => {
    const dots = func.vmap((x: Tensor, y: Tensor) => x.mul(y).sum());
    expect(dots(torch.arange(6).view([2, 3]), torch.ones([2, 3])).tolist()).toEqual([3, 12]);
    const swapped = func.vmap((x: Tensor) => ({ twice: x.mul(2), parts: [x, x.sum()] }), { inDims: 1, outDims: 0 });
    const { twice, parts } = swapped(torch.tensor([[1, 2], [3, 4]])); // prettier-ignore
    expect(twice.tolist()).toEqual([[2, 6], [4, 8]]); // prettier-ignore
    expect(parts[1]!.tolist()).toEqual([4, 6]);
    const out = func.vmap((x: Tensor) => x, { outDims: 1 })(torch.tensor([[1, 2, 3], [4, 5, 6]])); // prettier-ignore
    expect(out.tolist()).toEqual([[1, 4], [2, 5], [3, 6]]); // prettier-ignore
  });

  test('a result that does not depend on the input is repeated', () => {
    const result = func.vmap((_x: Tensor) => torch.tensor([7, 8]), { outDims: 1 })(torch.ones([3]));
    expect(result.tolist()).toEqual([[7, 7, 7], [8, 8, 8]]); // prettier-ignore
  });

  test('nests, and goes by chunks', () => {
    const outer = func.vmap((x: Tensor) => func.vmap((y: Tensor) => x.mul(y))(torch.tensor([1, 10])));
    expect(outer(torch.tensor([2, 3])).tolist()).toEqual([[2, 20], [3, 30]]); // prettier-ignore
    const seen: number[][] = [];
    const chunked = func.vmap(
      (x: Tensor) => {
        seen.push([...func.debugUnwrap(x).shape]);
        return x.mul(x);
      },
      { chunkSize: 2 },
    );
    expect(chunked(torch.arange(5)).tolist()).toEqual([0, 1, 4, 9, 16]);
    expect(seen).toEqual([[2], [2], [1]]);
  });

  test('randomness is refused, the same or different', () => {
    const noisy = (x: Tensor): Tensor => x.add(torch.randn([]));
    const zeros = torch.zeros([3]);
    expect(() => func.vmap(noisy)(zeros)).toThrow('called random operation while in randomness error mode');
    const same = func.vmap(noisy, { randomness: 'same' })(zeros).tolist() as number[];
    expect(new Set(same).size).toBe(1);
    const different = func.vmap(noisy, { randomness: 'different' })(zeros).tolist() as number[];
    expect(new Set(different).size).toBe(3);
    const chunks = func.vmap(noisy, { randomness: 'same', chunkSize: 1 })(zeros).tolist() as number[];
    expect(new Set(chunks).size).toBe(1);
  });

  test.each<[string, () => unknown, string]>([
    ['no inputs', () => func.vmap(() => torch.ones([]))(), 'got no inputs'],
    ['sizes', () => func.vmap((x: Tensor, _y: Tensor) => x)(torch.ones([2]), torch.ones([3])), 'got sizes [2, 3]'],
    [
      'dimension',
      () => func.vmap((x: Tensor) => x, 1)(torch.ones([2])),
      'but that input is a Tensor of dimensionality 1',
    ],
    ['number', () => func.vmap((x: never) => x as Tensor)(3 as never), 'We cannot vmap over non-Tensor arguments'],
    ['structure', () => func.vmap((x: Tensor) => x, [[0]])(torch.ones([2])), 'in_dims is not compatible'],
    ['no tensor', () => func.vmap((_x: number) => torch.ones([]), [null])(1), 'at least one Tensor'],
    ['output', () => func.vmap((_x: Tensor) => 3)(torch.ones([2])), 'must only return Tensors, got type'],
    [
      'out null',
      () => func.vmap((x: Tensor) => x, { outDims: null })(torch.ones([2])),
      'can not return a BatchedTensor',
    ],
    ['chunks', () => func.vmap((x: Tensor) => x, { chunkSize: 0 }), 'chunk_size should be None or greater than 0'],
    [
      'randomness',
      () => func.vmap((x: Tensor) => x, { randomness: 'none' as never }),
      'Only allowed values for randomness',
    ],
    ['an option', () => func.vmap((x: Tensor) => x, { indims: 1 } as never), "did you mean 'inDims'?"],
    [
      'values',
      () => func.vmap((x: Tensor) => x.mul(x.item() as number))(torch.ones([2])),
      'calling .item() on a Tensor',
    ],
    [
      'a list',
      () => func.vmap((x: Tensor) => torch.tensor(x.tolist() as number))(torch.ones([2])),
      'the values of a Tensor',
    ],
    [
      'in place',
      () => func.vmap((x: Tensor) => torch.ones([]).add_(x))(torch.ones([2])),
      "doesn't match the broadcast shape",
    ],
    ['async', () => func.vmap(async (x: Tensor) => Promise.resolve(x))(torch.ones([2])), 'vmap is synchronous'],
    [
      'a promise',
      () => func.vmap((x: Tensor) => Promise.resolve(x))(torch.ones([2])),
      'its function returned a promise',
    ],
  ])('refuses: %s', (_name, call, message) => {
    expect(call).toThrow(message);
    // The layer has ended all the same.
    expect(torch.ones([2]).add(1).tolist()).toEqual([2, 2]);
    expect(
      func
        .vmap((x: Tensor) => x.add(1))(torch.zeros([2]))
        .tolist(),
    ).toEqual([1, 1]);
  });

  test('a tensor that escapes is refused, and prints', () => {
    let escaped: Tensor | undefined;
    func.vmap((x: Tensor) => (escaped = x))(torch.ones([2]));
    expect(() => escaped!.add(1)).toThrow('may have escaped from inside a function being vmapped');
    expect(String(escaped)).toContain('BatchedTensor(lvl=');
  });

  test('indices within are looked at before a kernel reads them', () => {
    const bag = func.vmap((w: Tensor, i: Tensor) => nn.functional.embeddingBag(i, w));
    const weights = torch.ones([2, 3, 1]);
    expect(bag(weights, torch.tensor([[[0, 1]], [[1, 2]]])).tolist()).toEqual([[[1]], [[1]]]);
    expect(() => bag(weights, torch.tensor([[[0, 1]], [[1, 20]]]))).toThrow('20');
    const least = torch.tensor([-(2n ** 63n), 1n]);
    const divide = (a: Tensor): Tensor => torch.floorDivide(a, torch.tensor(-1));
    expect(() => func.vmap(divide)(least)).toThrow('does not fit');
    expect(
      func
        .vmap(divide)(torch.tensor([4, 6]))
        .tolist(),
    ).toEqual([-4, -6]);
    expect(
      func
        .vmap((a: Tensor) => torch.remainder(a, torch.tensor(-1)))(least)
        .tolist(),
    ).toEqual([0, 0]);
  });
});

describe('gradients', () => {
  test('nest to any order, of several arguments and trees', () => {
    const sin = (x: Tensor): Tensor => x.sin();
    const third = func.grad(func.grad(func.grad(sin)));
    expect(third(torch.tensor(0.5)).item()).toBeCloseTo(-Math.cos(0.5), 6);
    const both = func.grad((x: Tensor, y: Tensor) => x.mul(y).sum(), [1, 0]);
    const [dy, dx] = both(torch.tensor([1.5, 2]), torch.tensor([3, 4.5]));
    expect(dy.tolist()).toEqual([1.5, 2]);
    expect(dx.tolist()).toEqual([3, 4.5]);
    const tree = func.grad((p: { w: Tensor; list: Tensor[] }) => p.w.mul(p.list[0]!).sum());
    const { w, list } = tree({ w: torch.tensor([2.5]), list: [torch.tensor([0.5])] });
    expect([w.tolist(), list[0]!.tolist()]).toEqual([[0.5], [2.5]]);
  });

  test('modes outside do not matter, those inside do', () => {
    const f = (x: Tensor): Tensor => x.pow(2).sum();
    expect(
      torch.noGrad(() =>
        func
          .grad(f)(torch.tensor([1.5]))
          .tolist(),
      ),
    ).toEqual([3]);
    expect(
      torch.inferenceMode(() =>
        func
          .grad(f)(torch.tensor([1.5]))
          .tolist(),
      ),
    ).toEqual([3]);
    expect(torch.inferenceMode(() => [func.grad(f)(torch.tensor([1.5])), torch.isInferenceModeEnabled()][1])).toBe(
      true,
    );
    const inner = func.grad((x: Tensor) => x.mul(torch.noGrad(() => x.mul(2))).sum());
    expect(inner(torch.tensor([1.5])).tolist()).toEqual([3]);
  });

  test('gradients reach what is outside', () => {
    const w = torch.tensor([2.5], { requiresGrad: true });
    func
      .grad((x: Tensor) => x.pow(2).mul(w).sum())(torch.tensor([3.5]))
      .sum()
      .backward();
    expect(w.grad!.tolist()).toEqual([7]);
  });

  test('aux is passed on', () => {
    const f = (x: Tensor): [Tensor, Tensor] => [x.sum(), x.mul(2)];
    const [gradient, aux] = func.grad(f, { hasAux: true })(torch.ones([2]));
    expect([gradient.tolist(), aux.tolist()]).toEqual([[1, 1], [2, 2]]); // prettier-ignore
    const [, [value, twice]] = func.gradAndValue(f, { hasAux: true })(torch.ones([2]));
    expect([value.item(), twice.tolist()]).toEqual([2, [2, 2]]);
    const [y, pull, more] = func.vjp(f, torch.ones([2]), { hasAux: true });
    expect([y.item(), pull(torch.tensor(3.5))[0].tolist(), more.tolist()]).toEqual([2, [3.5, 3.5], [2, 2]]);
  });

  test.each<[string, () => unknown, string]>([
    [
      'not a scalar',
      () => func.grad((x: Tensor) => x)(torch.ones([2])),
      'to return a scalar Tensor, got tensor with 1 dims',
    ],
    ['no tensor', () => func.grad((_x: Tensor) => 3 as never)(torch.ones([2])), 'to return a Tensor, got'],
    ['integers', () => func.grad((x: Tensor) => x.sum())(torch.arange(3)), 'floating point and complex dtype'],
    [
      'argnum',
      () => func.grad((x: Tensor) => x.sum(), 1)(torch.ones([2])),
      'Got argnum=1, but only 1 positional inputs',
    ],
    ['twice', () => func.grad((x: Tensor) => x.sum(), [0, 0])(torch.ones([2])), 'argnums elements must be unique'],
    ['none', () => func.grad((x: Tensor) => x.sum(), [])(torch.ones([2])), 'argnums must be non-empty'],
    [
      'aux',
      () => func.grad((x: Tensor) => x.sum() as never, { hasAux: true })(torch.ones([2])),
      'should be a tuple: (output, aux)',
    ],
    [
      'flag',
      () => func.grad((x: Tensor) => x.requiresGrad_().sum())(torch.ones([2])),
      'inside of a function being transformed',
    ],
    [
      'cotangents',
      () => func.vjp((x: Tensor) => x, torch.ones([2]))[1]([torch.ones([2])]),
      'Expected pytree structure of cotangents',
    ],
    ['tangents', () => func.jvp((x: Tensor) => x, [torch.ones([2])], [] as never), 'the same python structure'],
    [
      'primals',
      () => func.jvp((x: Tensor) => x, torch.ones([2]) as never, [torch.ones([2])]),
      'Expected primals to be a tuple',
    ],
    [
      'strict',
      () => func.jvp(() => torch.ones([2]), [torch.ones([2])] as never, [torch.ones([2])] as never, { strict: true }),
      'independent of the inputs',
    ],
    [
      'complex',
      () => func.jacrev((x: Tensor) => x)(torch.ones([1], { dtype: torch.complex64 })),
      'Expected all inputs to be real',
    ],
    ['chunks', () => func.jacrev((x: Tensor) => x, { chunkSize: 0 }), 'chunk_size` should be greater than 0'],
    [
      'remove',
      () => func.functionalize((x: Tensor) => x, { remove: 'all' as never }),
      'received invalid argument for remove=all',
    ],
  ])('refuses: %s', (_name, call, message) => {
    expect(call).toThrow(message);
    expect(
      func
        .grad((x: Tensor) => x.sum())(torch.ones([2]))
        .tolist(),
    ).toEqual([1, 1]);
  });
});

describe('Jacobians', () => {
  const x = torch.tensor([0.5, 1.5]);
  const f = (v: Tensor): Tensor => v.pow(2).cumsum(0);

  test.each<[string, () => unknown]>([
    ['jacrev', () => func.jacrev(f)(x)],
    ['jacrev in chunks', () => func.jacrev(f, { chunkSize: 1 })(x)],
    ['jacfwd', () => func.jacfwd(f)(x)],
  ])('%s', (_name, jacobian) => {
    expect((jacobian() as Tensor).tolist()).toEqual([[1, 0], [1, 3]]); // prettier-ignore
  });

  test('Hessians, and Jacobians of several inputs', () => {
    const cubes = func.hessian((v: Tensor) => v.pow(3).sum())(torch.tensor([1, 2.5])) as Tensor;
    expect(cubes.tolist()).toEqual([[6, 0], [0, 15]]); // prettier-ignore
    const [a, b] = func.jacrev((v: Tensor, w: Tensor) => v.mul(w), { argnums: [0, 1] })(
      x,
      torch.tensor([2, 4.5]),
    ) as Tensor[];
    expect([a!.tolist(), b!.tolist()]).toEqual([[[2, 0], [0, 4.5]], [[0.5, 0], [0, 1.5]]]); // prettier-ignore
    const [jacobian, aux] = func.jacfwd((v: Tensor) => [v.mul(2), v.add(1)], 0, true)(x) as Tensor[];
    expect([jacobian!.tolist(), aux!.tolist()]).toEqual([[[2, 0], [0, 2]], [1.5, 2.5]]); // prettier-ignore
  });

  test('linearize keeps the point, reads no tangents, and runs again what cannot be recorded', () => {
    const weight = torch.tensor([2.5, 1.5], { requiresGrad: true });
    const point = x.clone();
    const [, push] = func.linearize((v: Tensor) => v.mul(v).mul(weight), point);
    point.zero_();
    const slope = push(torch.ones([2]));
    torch.noGrad(() => weight.zero_());
    expect([slope.tolist(), push(torch.ones([2])).tolist(), slope.requiresGrad]).toEqual([[2.5, 4.5], [2.5, 4.5], true]); // prettier-ignore
    const direction = torch.ones([2], { requiresGrad: true });
    push(direction).sum().backward();
    expect(direction.grad?.tolist()).toEqual([2.5, 4.5]);

    // What the primal is may decide.
    const [, chosen] = func.linearize((v: Tensor) => (v.sum().item() > 0 ? v.mul(3) : v), x);
    expect(chosen(torch.ones([2])).tolist()).toEqual([3, 3]);
    const { unpackDual } = torch.autograd.forwardAd;
    const reading = (read: (tangent: Tensor) => unknown) => () =>
      func.linearize((v: Tensor) => (read(unpackDual(v, { level: 0 }).tangent ?? v), v), x);
    expect(reading((tangent) => tangent.sum().item())).toThrow(
      /linearize: item\(\) reads elements that depend on the tangents/,
    );
    expect(reading((tangent) => tangent.tolist())).toThrow(/linearize: tolist\(\) or toTypedArray\(\) reads elements/);

    // A mask that is drawn once; a tensor from outside that is written to; another transform around.
    const [drawn, again] = func.linearize((v: Tensor) => nn.functional.dropout(v), torch.ones([64]));
    expect(again(torch.ones([64])).equal(drawn)).toBe(true);
    const buffer = torch.zeros([2]);
    expect(() => func.linearize((v: Tensor) => buffer.copy_(v).mul(2), x)).toThrow('would mutate a captured Tensor');
    const inner = (v: Tensor): Tensor => func.linearize((u: Tensor) => u.mul(u), v)[1](torch.ones([2]));
    expect(func.vmap(inner)(torch.stack([x, x.mul(2)])).tolist()).toEqual([[1, 3], [2, 6]]); // prettier-ignore
    expect(func.jvp(inner, [x], [torch.ones([2])])[1].tolist()).toEqual([2, 2]);

    expect(() => func.linearize((v: Tensor) => v, 3 as never)).toThrow('expected a Tensor as primal 0');
    expect(() => func.linearize((v: Tensor) => v.mul(2), torch.tensor([1, 2]))).toThrow(
      'Expected primal to be floating point or complex, but got: torch.int64',
    );
  });

  test('linearize and jvp agree', () => {
    const [y, push] = func.linearize((v: Tensor) => v.sin(), x);
    const [same, slope] = func.jvp((v: Tensor) => v.sin(), [x], [torch.ones([2])]);
    expect(y.tolist()).toEqual(same.tolist());
    expect(push(torch.ones([2])).tolist()).toEqual(slope.tolist());
    expect(() => push(torch.ones([3]))).toThrow(
      "tangent:0 with shape [3] in flattened pytree doesn't match the shape [2]",
    );
  });
});

test('functionalize gives the same, and writes inputs at the end', () => {
  const a = torch.ones([2, 2]);
  const f = (t: Tensor): Tensor => {
    t.view([4]).add_(1);
    return t.mul(2).add_(1);
  };
  expect(func.functionalize(f)(a).tolist()).toEqual([[5, 5], [5, 5]]); // prettier-ignore
  expect(a.tolist()).toEqual([[2, 2], [2, 2]]); // prettier-ignore
});

test('wrapped tensors print as in Python', () => {
  const texts: string[] = [];
  const note = (x: Tensor): Tensor => {
    texts.push(String(x));
    return x.sum();
  };
  func.vmap(func.grad(note))(torch.ones([2, 3]));
  func.functionalize(note)(torch.ones([2]));
  expect(texts).toEqual([
    'GradTrackingTensor(lvl=2, value=\n    BatchedTensor(lvl=1, bdim=0, value=\n        tensor([[1., 1., 1.],\n' +
      '                [1., 1., 1.]])\n    )\n)',
    'FunctionalTensor(lvl=1, value=\\\ntensor([1., 1.]))',
  ]);
});

test('values of a tensor outside can be read in any transform', () => {
  const outside = torch.tensor([1.5, 2.5]);
  const lists: unknown[] = [];
  func.grad((x: Tensor) => {
    lists.push(outside.tolist(), x.mul(2).tolist());
    return x.sum();
  })(torch.ones([2]));
  func.vmap((x: Tensor) => {
    lists.push(outside.tolist());
    return x;
  })(torch.ones([2]));
  expect(lists).toEqual([[1.5, 2.5], [2, 2], [1.5, 2.5]]); // prettier-ignore
});

test('forwardAd', () => {
  const { forwardAd } = torch.autograd;
  const x = torch.tensor([3, 4.5]);
  const tangent = forwardAd.dualLevel(() => {
    const dual = forwardAd.makeDual(x, torch.tensor([1, 0.5]));
    expect(() => forwardAd.enterDualLevel()).toThrow('Nested forward mode AD is not supported');
    return forwardAd.unpackDual(dual.mul(dual)).tangent!.tolist();
  });
  expect(tangent).toEqual([6, 4.5]);
  expect(forwardAd.unpackDual(x).tangent).toBeNull();
  expect(() => forwardAd.makeDual(x, x)).toThrow('no level exists');
  expect(() => forwardAd.exitDualLevel()).toThrow('Dual level must be a positive number');
  expect(() => forwardAd.dualLevel(() => forwardAd.makeDual(torch.arange(2), x))).toThrow(
    'Expected primal to be floating',
  );
});
