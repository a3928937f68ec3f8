/** `torch.func.rearrange`, beside Python. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { expectBitEqual, runPython } from '../../support/python';

type Case = readonly [pattern: string, lengths: Record<string, number>];

const CASES: readonly Case[] = [
  ['b h w c -> b h w c', {}],
  ['b h w c -> (b h) w c', {}],
  ['b h w c -> h (b w) c', {}],
  ['b h w c -> b c h w', {}],
  ['b (h1 h) (w1 w) c -> (b h1 w1) h w c', { h1: 2, w1: 2 }],
  ['b (h h1) (w w1) c -> b h w (c h1 w1)', { h1: 2, w1: 2 }],
  ['b ... c -> c ... b', {}],
  ['... c -> c (...)', {}],
  ['b h w c -> b 1 h w 1 c', {}],
  ['... -> (...)', {}],
];

const WRONG: readonly Case[] = [
  ['b h w c', {}],
  ['b h w c -> b h w', {}],
  ['b h w c -> b h w c c', {}],
  ['b h w c -> (b (h w)) c', {}],
  ['b h w c -> (b h w c', {}],
  ['b h w c -> b h w) c', {}],
  ['b h w 2 -> b h w 2', {}],
  ['b h w c -> b h w c', { x: 2 }],
  ['b h w -> h w b', {}],
  ['b h w c -> ... b h w c', {}],
  ['b (... c) -> b c ...', {}],
  ['b h w c. -> b h w c', {}],
  ['b h w _c -> b h w _c', {}],
  ['b h+ w c -> b h w c', {}],
  ['a b h w c ... -> a b h w c ...', {}],
];

const PYTHON = `
from torch.func import rearrange
x, cases, wrong = input['x'], input['cases'], input['wrong']
def error(pattern, lengths):
    try: rearrange(x, pattern, **lengths)
    except Exception as e: return str(e)
output = [[rearrange(x, p, **l) for p, l in cases] + [rearrange([x[0], x[1]], 'n h w c -> h n (w c)')], [error(p, l) for p, l in wrong]]
`;

const words = (message: string): string => message.replaceAll('…', '...');

test('patterns give what they give in Python', () => {
  const x = torch.arange(3 * 4 * 6 * 2).reshape([3, 4, 6, 2]);
  const [results, errors] = runPython<[Tensor[], string[]]>(PYTHON, { x, cases: CASES, wrong: WRONG });
  const here = CASES.map(([pattern, lengths]) => torch.func.rearrange(x, pattern, lengths));
  here.push(torch.func.rearrange([x.select(0, 0), x.select(0, 1)], 'n h w c -> h n (w c)'));
  here.forEach((one, i) => expectBitEqual(one, results[i]!, String(i)));
  WRONG.forEach(([pattern, lengths], i) => {
    let message = 'nothing was thrown';
    try {
      torch.func.rearrange(x, pattern, lengths);
    } catch (error) {
      message = (error as Error).message;
    }
    expect([pattern, message]).toEqual([pattern, words(errors[i]!)]);
  });
});

test('sizes that do not fit, and what is no pattern, are refused', () => {
  const x = torch.ones([4, 6]);
  expect(() => torch.func.rearrange(x, '(a b) c -> a b c')).toThrow(/cannot be inferred/);
  expect(() => torch.func.rearrange(x, '(a b) c -> a b c', { a: 3 })).toThrow(/size 4 cannot be divided/);
  expect(() => torch.func.rearrange(x, 'a b -> b a', { a: 1.5 })).toThrow(TypeError);
  expect(() => torch.func.rearrange(x, 5 as never)).toThrow(TypeError);
  expect(() => torch.func.rearrange([], 'a b -> b a')).toThrow(TypeError);
  expect(torch.func.rearrange(torch.tensor(1), ' -> ').item()).toBe(1);
});
