/** Circles through native code: functions on a graph that reach the tensors whose graph keeps them. */
import { runProgram } from './program';

const TOOLS = `
  const live = () => torch.memory().tensors;
  const leaf = () => torch.ones([4], { requiresGrad: true });
  class Double extends torch.autograd.Function {
    static forward(context, x) { context.saveForBackward(x); return x.mul(2); }
    static backward(context, gradient) { return gradient.mul(2); }
  }`;

/** Live tensors after \`make\` has run so often and all garbage is collected. */
async function left(make: string, before = ''): Promise<number> {
  const body = `
    ${TOOLS};
    ${before};
    const make = () => { ${make}; };
    make();
    torch.sweep({ full: true });
    const start = live();
    // Fewer than what makes a search for circles due by itself.
    for (let i = 0; i < 1000; i++) make();
    // What a WeakRef was made or asked for lives until the end of the turn.
    await new Promise((done) => setImmediate(done));
    torch.sweep({ full: true });
    torch.sweep({ full: true });
    return { grown: live() - start };`;
  return (await runProgram(body))['grown'] as number;
}

describe.each([
  ['a hook of a leaf', 'const x = leaf(); x.registerHook(() => x.shape)'],
  ['a hook of a result', 'const y = leaf().mul(2); y.registerHook(() => y.shape)'],
  [
    'a hook that reaches what was made of its tensor',
    'const x = leaf(), y = x.mul(2); let loss; y.registerHook(() => loss.item()); loss = y.mul(y).sum()',
  ],
  [
    'a hook of a leaf that reaches the loss only',
    'let loss; (() => { const x = leaf(); x.registerHook(() => loss.item()); loss = x.sum(); })()',
  ],
  ['a hook of a node that reaches it', 'const node = leaf().mul(2).gradFn; node.registerHook(() => node.name)'],
  [
    'a hook of a node whose tensor reaches it',
    'const y = leaf().mul(2), node = y.gradFn; y.own = node; node.registerPrehook(() => void y.shape)',
  ],
  [
    'a hook of a node that reaches one before it',
    'const y = leaf().mul(2), z = y.sum(); const [edge] = z.gradFn.nextFunctions; edge[0].registerHook(() => z.gradFn.name)',
  ],
  ['a hook after accumulation', 'const x = leaf(); x.registerPostAccumulateGradHook(() => x.shape)'],
  ['a hook whose handle its tensor keeps', 'const x = leaf(); x.handle = x.registerHook(() => x.shape)'],
  [
    'a hook of a tensor with gradients that are recorded',
    'const x = leaf(); x.registerHook(() => void x.shape); torch.autograd.grad(x.pow(3).sum(), [x], { createGraph: true })',
  ],
  [
    'two hooks that reach each other',
    'const x = leaf(), y = leaf(); x.registerHook(() => y.shape); y.registerHook(() => x.shape)',
  ],
  ['a hook of a view', 'const x = leaf().mul(1), y = x.view([2, 2]); y.registerHook(() => [x, y])'],
  [
    'a custom function whose context has its result',
    'const all = {}; class Own extends Double { static backward(c, g) { return all.result.mul(g); } } all.result = Own.apply(leaf())',
  ],
  [
    'a module that keeps its output under a hook',
    'const l = new nn.Linear(4, 4); l.registerFullBackwardHook((m) => m.last); l.last = l.forward(leaf())',
  ],
  [
    'a module whose hook reaches its input',
    'const l = new nn.Linear(4, 4); const x = leaf(); l.registerFullBackwardPreHook(() => x); l.forward(x)',
  ],
  [
    'a checkpoint whose function reaches its result',
    'const all = {}; all.result = torch.utils.checkpoint.checkpoint((x) => (all, x.mul(2)), [leaf()])',
  ],
  [
    'a hook below a parameter that lives',
    'const y = weight.mul(2); y.registerHook(() => y.shape)',
    'const weight = leaf()',
  ],
  ["a hook on a module's parameter", 'const l = new nn.Linear(4, 4); l.weight.registerHook(() => l.weight.shape)'],
])('%s', (_name, make, before = '') => {
  test('is collected', async () => {
    // At most some temporaries that a register or the last family names.
    expect(await left(make, before)).toBeLessThan(70);
  });
});

/** Runs a body in which `collect()` collects everything that is collectable, and returns its report. */
function surviving(body: string): Promise<Record<string, number>> {
  return runProgram(`
    ${TOOLS};
    const collect = () => { for (let i = 0; i < 3; i++) torch.sweep({ full: true }); };
    const seen = [];
    ${body}`);
}

describe('what is still needed stays', () => {
  test('the hook of a result whose wrapper was collected', async () => {
    const body = `
      const loss = (() => { const y = leaf().mul(2); y.registerHook((g) => { seen.push(g.sum().item()); }); return y.sum(); })();
      collect();
      loss.backward();
      return { seen: seen.length, value: seen[0] };`;
    expect(await surviving(body)).toEqual({ seen: 1, value: 4 });
  });

  test('the hook of a node that nothing but the loss leads to', async () => {
    const body = `
      const loss = (() => {
        const y = leaf().mul(2);
        y.gradFn.registerPrehook(([g]) => { seen.push(g.sum().item()); });
        return y.sum();
      })();
      await new Promise((done) => setImmediate(done));
      collect();
      loss.backward();
      return { seen: seen.length, value: seen[0] };`;
    expect(await surviving(body)).toEqual({ seen: 1, value: 4 });
  });

  test('the hooks of a leaf whose wrapper was collected, while a graph needs it', async () => {
    const body = `
      const loss = (() => {
        const x = leaf();
        x.registerHook((g) => { seen.push(g.sum().item()); });
        x.registerPostAccumulateGradHook((t) => { seen.push(t.grad.sum().item()); });
        return x.mul(3).sum();
      })();
      collect();
      loss.backward();
      return { first: seen[0], second: seen[1] };`;
    expect(await surviving(body)).toEqual({ first: 12, second: 12 });
  });

  test('the hook of a leaf that a custom function has saved', async () => {
    const body = `
      const input = leaf();
      const loss = (() => {
        const x = leaf();
        x.registerHook(() => { seen.push(1); });
        class Other extends torch.autograd.Function {
          static forward(c, t) { c.saveForBackward(t, x); return t.mul(2); }
          static backward(c, g) { return g.mul(c.savedTensors[1]); }
        }
        return Other.apply(input).sum();
      })();
      collect();
      const [gradient] = torch.autograd.grad(loss, [input], { createGraph: true });
      gradient.sum().backward();
      return { seen: seen.length };`;
    expect(await surviving(body)).toEqual({ seen: 1 });
  });

  test('custom functions, chains of them, and what their closures hold', async () => {
    const body = `
      const start = leaf();
      const loss = (() => {
        let y = start;
        for (let i = 0; i < 300; i++) {
          const held = { i };
          class Mine extends Double { static backward(c, g) { seen.push(held.i); return g; } }
          y = Mine.apply(y);
        }
        return y.sum();
      })();
      collect();
      loss.backward();
      return { seen: seen.length, last: seen[299], gradient: start.grad.sum().item() };`;
    expect(await surviving(body)).toEqual({ seen: 300, last: 0, gradient: 4 });
  });

  test('hooks of a module and of its parameters', async () => {
    const body = `
      const l = new nn.Linear(4, 4);
      l.registerFullBackwardHook(() => { seen.push('module'); });
      l.weight.registerHook(() => { seen.push('weight'); });
      l.forward(leaf());
      collect();
      l.forward(leaf()).sum().backward();
      collect();
      l.forward(leaf()).sum().backward();
      return { module: seen.filter((name) => name === 'module').length, weight: seen.filter((name) => name === 'weight').length };`;
    expect(await surviving(body)).toEqual({ module: 2, weight: 2 });
  });

  test('tensors of an open scope, and those that wait to be adopted', async () => {
    const body = `
      torch.scope(() => {
        let loss = (() => { const y = leaf().mul(2); y.registerHook(() => { seen.push(1); }); return y.sum(); })();
        collect();
        loss.backward();
      });
      return { seen: seen.length };`;
    expect(await surviving(body)).toEqual({ seen: 1 });
  });

  test('a graph whose only wrapper belongs to a family', async () => {
    const body = `
      const x = torch.ones([2]);
      torch.sweep();
      (() => { x.requiresGrad_(); x.registerHook(() => { seen.push(1); }); })();
      collect();
      x.sum().backward();
      return { seen: seen.length };`;
    expect(await surviving(body)).toEqual({ seen: 1 });
  });

  test('a collection inside a hook', async () => {
    const body = `
      const x = leaf();
      (() => {
        const y = x.mul(2);
        y.registerHook(() => { collect(); });
        x.registerHook(() => { seen.push(1); });
        y.sum().backward();
      })();
      return { seen: seen.length };`;
    expect(await surviving(body)).toEqual({ seen: 1 });
  });

  test('a backward off the thread during a collection', async () => {
    const body = `
      const running = (() => {
        let y = leaf();
        for (let i = 0; i < 50; i++) { y = y.mul(1.01); y.registerHook(() => { seen.push(1); }); }
        return y.sum().backwardAsync();
      })();
      collect();
      await running;
      collect();
      return { seen: seen.length };`;
    expect(await surviving(body)).toEqual({ seen: 50 });
  });

  test('gradients with a history, through which a hook is reached', async () => {
    const body = `
      const x = leaf();
      (() => {
        const y = x.mul(2);
        y.registerHook(() => { seen.push(1); });
        y.pow(2).sum().backward({ createGraph: true });
      })();
      seen.length = 0;
      collect();
      x.grad.sum().backward();
      return { seen: seen.length };`;
    expect((await surviving(body))['seen']).toBeGreaterThan(0);
  });
});

test('the function of a removed hook, or of a graph that has ended, is collected', async () => {
  const body = `
    const x = leaf();
    const [removed, ended] = (() => {
      const first = () => undefined, second = () => undefined;
      x.registerHook(first).remove();
      x.mul(2).registerHook(second);
      return [new WeakRef(first), new WeakRef(second)];
    })();
    await new Promise(setImmediate);
    collect();
    await new Promise(setImmediate);
    collect();
    return { removed: Number(removed.deref() !== undefined), ended: Number(ended.deref() !== undefined) };`;
  expect(await surviving(body)).toEqual({ removed: 0, ended: 0 });
});

test('what V8 compiles on another thread meanwhile keeps none of them', async () => {
  const body = `
    // As on a busy machine: a function that has become hot waits for its code, and keeps what it closes over until then.
    require('node:v8').setFlagsFromString('--concurrent-recompilation-delay=100');
    const make = () => {
      const x = leaf();
      x.registerHook(() => void x.shape);
      torch.autograd.grad(x.pow(3).sum(), [x], { createGraph: true });
    };
    let worst = 0;
    for (let round = 0; round < 8; round++) {
      for (let i = 0; i < 1000; i++) make();
      await new Promise(setImmediate);
      torch.sweep({ full: true });
      worst = Math.max(worst, live());
      torch.sweep({ full: true });
    }
    return { worst };`;
  expect((await surviving(body))['worst']).toBeLessThan(70);
});

test('20,000 circles in a loop that never yields are collected without a word', async () => {
  const body = `
    for (let i = 0; i < 20000; i++) { const x = leaf(); x.registerHook(() => x.shape); }
    return { live: live() };`;
  expect((await surviving(body))['live']).toBeLessThan(12_000);
});

test('sweep refuses an unknown option', async () => {
  const body = `
    let message = '';
    try { torch.sweep({ ful: true }); } catch (error) { message = error.message; }
    return { named: Number(/full/.test(message)) };`;
  expect(await surviving(body)).toEqual({ named: 1 });
});
