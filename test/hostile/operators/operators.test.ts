import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { calls } from './unsafe';
import { answered, wrong } from './values';

const register = path.join(__dirname, '../../support/register-ts.cjs');

/** What the process answered, by call; a crash leaves its last call without an answer. */
function answers(
  program: string,
  extra: NodeJS.ProcessEnv = {},
): {
  readonly lines: readonly (readonly [string, string])[];
  readonly ended: number | string | null;
} {
  // Makes the allocator notice what is written beside a block.
  const env = { ...process.env, MALLOC_CHECK_: '3', MALLOC_PERTURB_: '165', ...extra };
  const run = spawnSync(process.execPath, ['--require', register, path.join(__dirname, program)], {
    encoding: 'utf8',
    env,
  });
  const lines = run.stdout.split('\n').filter(Boolean);
  return {
    lines: lines.map((line) => line.split('\t') as [string, string]),
    ended: run.status ?? run.signal,
  };
}

describe('operators on which libtorch itself would crash', () => {
  const { lines, ended } = answers('calls.ts');
  const last = lines.at(-1);

  it('end the call, not the process', () => {
    expect([ended, last]).toEqual([0, ['right weight norm', 'done']]);
  });

  it.each(lines.filter(([name]) => !name.startsWith('right ')))('%s is refused with a sentence', (_, answer) => {
    expect(answer).toMatch(/^(TypeError|Torch\w*Error): .{10}/);
  });

  it.each(lines.filter(([name]) => name.startsWith('right ')))('%s passes', (_, answer) => {
    expect(answer).toBe('done');
  });

  it('names what is wrong with batch_sizes', () => {
    const of = (name: string): string => lines.find(([key]) => key === name)?.[1] ?? '';
    expect(of('gru: batch_sizes increasing')).toContain('expected positive sizes that never grow, got 2 at 1');
    expect(of('lstm: batch_sizes not of int64')).toContain('expected a 1-D int64 tensor on the CPU');
    expect(of('stacks nothing')).toContain('cannot be called from JavaScript');
  });
});

describe('operators that trust the values of their tensors', () => {
  const { lines, ended } = answers('values.ts');
  const of = new Map(lines);

  it('end the call, not the process', () => {
    expect([ended, lines.length]).toEqual([0, wrong.length + answered.length]);
  });

  it.each(wrong)('%s is refused', (name, _, text) => {
    expect(of.get(name)).toMatch(/^(TypeError|Torch\w*Error): .{10}/);
    expect(of.get(name)).toContain(text);
  });

  it.each(answered)('%s gives its value', (name, _, value) => {
    expect(of.get(name)).toBe(`value ${JSON.stringify(value)}`);
  });
});

describe('operators that are refused by name', () => {
  const refusing = new Map(answers('unsafe.ts', { LIBTORCH_NODE_UNSAFE: '' }).lines);
  const allowed = answers('unsafe.ts', { LIBTORCH_NODE_UNSAFE: '1' });
  const passed = new Map(allowed.lines);

  it.each(calls)('%s names the way out', (name) => {
    expect(refusing.get(name)).toMatch(/^(TypeError|Torch\w*Error): .*LIBTORCH_NODE_UNSAFE=1/);
  });

  it.each(calls)('%s gives its value with LIBTORCH_NODE_UNSAFE=1', (name, _, value) => {
    expect([allowed.ended, passed.get(name)]).toEqual([0, `value ${JSON.stringify(value)}`]);
  });

  it('are refused for any other value of it', () => {
    const other = answers('unsafe.ts', { LIBTORCH_NODE_UNSAFE: 'true' }).lines;
    expect(other).toEqual([...refusing]);
  });
});
