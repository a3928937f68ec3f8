import * as torch from '../../lib/index';

const ones = (): torch.Tensor => torch.ones([2]);

/** Live tensors that `body` leaves behind. */
function growth(body: () => void): number {
  const before = torch.memory().tensors;
  body();
  return torch.memory().tensors - before;
}

test('a scope ends what was made in it', () => {
  let inner: torch.Tensor | undefined;
  expect(growth(() => torch.scope(() => void (inner = ones())))).toBe(0);
  expect(inner?.isDisposed).toBe(true);
});

test('what the function returns survives, at any depth', () => {
  const kept = torch.scope(() => ({ list: [ones(), 'text'], map: new Map([['a', ones()]]), set: new Set([ones()]) }));
  const tensors = [kept.list[0], kept.map.get('a'), [...kept.set][0]] as torch.Tensor[];
  for (const tensor of tensors) expect(tensor.sum().item()).toBe(2);
});

test('a result with a cycle is searched once', () => {
  const result: { self?: unknown; tensor: torch.Tensor } = torch.scope(() => {
    const value: { self?: unknown; tensor: torch.Tensor } = { tensor: ones() };
    value.self = value;
    return value;
  });
  expect(result.tensor.isDisposed).toBe(false);
});

test('a result may be an array of any length', () => {
  const numbers = torch.scope(() => torch.arange(300_000).tolist<number[]>());
  expect(numbers).toHaveLength(300_000);
  const tensor = torch.scope(() => [...new Array<number>(300_000).fill(1), torch.ones([1])]).at(-1);
  expect((tensor as torch.Tensor).item()).toBe(1);
});

test.each([1, 8, 9, 300])('of %i tensors in an array all survive, and nothing else', (count) => {
  const results = torch.scope(() => {
    ones();
    const made = Array.from({ length: count }, (_, i) => torch.full([1], i));
    ones();
    return made;
  });
  expect(results.map((tensor) => tensor.item())).toEqual(results.map((_, i) => i));
  expect(growth(() => results.forEach((tensor) => tensor.dispose()))).toBe(-count);
});

test('scopes of any size, one after the other and inside of each other, end only their own', () => {
  const nested = (depth: number): torch.Tensor => {
    const before = ones();
    const inner = depth > 0 ? torch.scope(() => nested(depth - 1)) : ones();
    expect([before.isDisposed, inner.isDisposed]).toEqual([false, false]);
    return inner.add(before);
  };
  const sum = growth(() => {
    for (const size of [0, 1, 300, 2, 0, 700, 5]) {
      torch.scope(() => Array.from({ length: size }, ones).length);
      torch.scope(() => expect(torch.scope(() => nested(3)).tolist()).toEqual([5, 5]));
    }
  });
  expect(sum).toBe(0);
});

test('a scope that ends with an error leaves none of its tensors to the next', () => {
  const made: torch.Tensor[] = [];
  const fail = (): never => {
    made.push(ones(), ones());
    throw new Error('inside');
  };
  for (let i = 0; i < 3; i++) expect(() => torch.scope(fail)).toThrow('inside');
  const kept = torch.scope(() => [ones()]);
  expect(made.map((tensor) => tensor.isDisposed)).toEqual(made.map(() => true));
  expect(kept[0]?.sum().item()).toBe(2);
});

test('a returned tensor belongs to the surrounding scope', () => {
  let inner: torch.Tensor | undefined;
  torch.scope(() => {
    inner = torch.scope(ones);
    expect(inner.isDisposed).toBe(false);
  });
  expect(inner?.isDisposed).toBe(true);
});

test('keep survives every open scope', () => {
  let kept: torch.Tensor | undefined;
  torch.scope(() => torch.scope(() => void (kept = torch.keep(ones()))));
  expect(kept?.sum().item()).toBe(2);
});

test('an exception ends the scope and its tensors', () => {
  let inner: torch.Tensor | undefined;
  const failing = (): never =>
    torch.scope(() => {
      inner = ones();
      throw new Error('inside');
    });
  expect(failing).toThrow('inside');
  expect(inner?.isDisposed).toBe(true);
  expect(growth(() => torch.scope(ones).dispose())).toBe(0);
});

test('a promise is refused, and its tensors are disposed', () => {
  expect(
    growth(() => expect(() => torch.scope((async () => Promise.resolve(ones())) as never)).toThrow(/synchronous/)),
  ).toBe(0);
});

test('dispose twice, and use after dispose', () => {
  const x = ones();
  x.dispose();
  x.dispose();
  expect(() => x.shape).toThrow(expect.objectContaining({ code: 'ERR_TORCH_DISPOSED' }));
  expect(() => torch.ones([2]).add(x)).toThrow(/disposed/);
  expect(String(x)).toBe('Tensor(disposed)');
});

test('disposing inside a scope leaves nothing to end twice', () => {
  expect(
    growth(() =>
      torch.scope(() => {
        const x = ones();
        x.dispose();
        ones();
      }),
    ),
  ).toBe(0);
});

test('a disposed handle is not another tensor’s', () => {
  const x = ones();
  x.dispose();
  const y = torch.zeros([3]);
  expect(() => x.sum()).toThrow(/disposed/);
  expect(y.sum().item()).toBe(0);
});

test('memory counts a shared storage once', () => {
  const before = torch.memory();
  const x = torch.zeros([256]);
  const view = x.view(16, 16);
  const after = torch.memory();
  expect(after.tensors - before.tensors).toBe(2);
  expect(after.bytes - before.bytes).toBe(1024);
  x.dispose();
  expect(view.isDisposed).toBe(false);
  expect(torch.memory().bytes - before.bytes).toBe(1024);
  view.dispose();
});

test('using ends a tensor with its block', () => {
  const x = ones();
  x[Symbol.dispose]();
  expect(x.isDisposed).toBe(true);
});
