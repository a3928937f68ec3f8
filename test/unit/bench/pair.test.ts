/** The harness of the benchmark: a program is its own sample, qualities are compared, floors come from the same run. */
import { measureSuite } from '../../../bench/harness/pair';
import type { Command, Suite } from '../../../bench/harness/types';

const printing = (text: string): Command => ({ program: process.execPath, args: ['-p', JSON.stringify(text)] });

function suiteOf(node: string, python: string, within: number): Suite {
  return {
    title: 'programs',
    programs: () => [printing(node), printing(python)],
    quality: { name: 'accuracy', within, read: (stdout) => Number(/accuracy (\S+)/.exec(stdout)?.[1]) },
    cases: [{ name: 'case', unit: 's', target: 0.5, rounds: 2, warmup: 0 }],
  };
}

test('both programs are timed, and what they reach is kept', async () => {
  const [result] = await measureSuite('programs', suiteOf('accuracy 0.90', 'accuracy 0.88', 0.05));
  expect(result).toMatchObject({ suite: 'programs', name: 'case', unit: 's', target: 0.5, rounds: 2 });
  expect(result?.quality).toEqual({ name: 'accuracy', means: [0.9, 0.88] });
  expect(result?.node).toBeGreaterThan(0);
  expect(result?.fastest[0]).toBeLessThanOrEqual(result?.node as number);
});

test.each([
  ['accuracies that lie apart', 'accuracy 0.9', 'accuracy 0.5'],
  ['an accuracy that is not printed', 'accuracy 0.9', 'none'],
])('%s fail the suite', async (_, node, python) => {
  await expect(measureSuite('programs', suiteOf(node, python, 0.05))).rejects.toThrow(/case: accuracy 0.9 here and/);
});

test('a program that fails fails the suite with its message', async () => {
  const failing = { program: process.execPath, args: ['-e', 'throw new Error("no mails")'] };
  const suite = { ...suiteOf('', '', 1), programs: () => [failing, failing] as const };
  await expect(measureSuite('programs', suite)).rejects.toThrow('no mails');
});

test('floors are operations and bytes over the rates of the same run', async () => {
  const cases = [
    { name: 'product', unit: 's', flop: 100, rate: 'flop' },
    { name: 'copy', unit: 's', bytes: 10, rate: 'bytes' },
    { name: 'step', unit: 's', flop: 50, bytes: 40 },
  ] as const;
  const short = cases.map((one) => ({ ...one, rounds: 1, warmup: 0 }));
  const programs = (): readonly [Command, Command] => [printing(''), printing('')];
  const [product, copy, step] = await measureSuite('programs', { title: '', programs, cases: short });
  expect(step?.floor).toBeCloseTo(Math.min(...(product?.fastest ?? [])) / 2);
  expect(step?.bytesFloor).toBeCloseTo(Math.min(...(copy?.fastest ?? [])) * 4);
  expect([product?.floor, copy?.bytesFloor]).toEqual([undefined, undefined]);
});
