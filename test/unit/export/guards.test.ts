import { evaluate } from '../../../lib/export/guards/expression';
import { parsePython } from '../../../lib/export/guards/python';
import { parseSympy } from '../../../lib/export/guards/sympy';
import { expressionText } from '../../../lib/export/print/sympy';

const S = (name: string): string => `Symbol('${name}', positive=True, integer=True)`;
const known = (name: string): number | undefined => ({ s0: 7, s1: 3 })[name];

describe('expressions of sympy', () => {
  it.each([
    [`Add(Mul(Integer(2), ${S('s0')}), Integer(1))`, '2*s0 + 1', 15],
    [`Add(${S('s0')}, Mul(Integer(-1), ${S('s1')}))`, 's0 - s1', 4],
    [`Add(FloorDiv(${S('s0')}, Integer(2)), Integer(-1))`, '((s0//2)) - 1', 2],
    [`FloorDiv(Add(${S('s0')}, Integer(1)), Integer(2))`, '((s0 + 1)//2)', 4],
    [`Mul(Integer(2), Add(${S('s0')}, ${S('s1')}))`, '2*(s0 + s1)', 20],
    [`Pow(${S('s1')}, Integer(2))`, 's1**2', 9],
    [`Max(${S('s0')}, Integer(9))`, 'Max(9, s0)', 9],
    [`Mod(${S('s0')}, Integer(4))`, 'Mod(s0, 4)', 3],
    [`PythonMod(Mul(Integer(-1), ${S('s0')}), Integer(4))`, 'PythonMod(-s0, 4)', 1],
    [`Equality(${S('s0')}, Integer(7))`, 'Eq(s0, 7)', 1],
    [`StrictGreaterThan(${S('s0')}, Integer(7))`, 's0 > 7', 0],
  ])('%s', (text, printed, value) => {
    expect(expressionText(text)).toBe(printed);
    expect(evaluate(parseSympy(text)!, known)).toBe(value);
  });

  it.each(['', 'Add(', 'Symbol(s0)', "__import__('os')", `${'Add('.repeat(1e5)}`, 'Integer(1) Integer(2)'])(
    'refuses %j',
    (text) => expect(parseSympy(text)).toBeNull(),
  );

  it('knows no more than it was told', () => {
    expect(evaluate(parseSympy(S('u0'))!, known)).toBeUndefined();
    expect(evaluate({ kind: 'call', name: 'toString', args: [] }, known)).toBeUndefined();
  });
});

describe('conditions in Python', () => {
  const sizes: Readonly<Record<string, number>> = { "L['x'].size()[0]": 7, "L['y']['k'][0].size()[1]": 3 };
  it.each([
    ["L['x'].size()[0] % 2 == 1", 1],
    ["2 <= L['x'].size()[0] <= 6", 0],
    ["L['x'].size()[0] * 3 - 1 != 20", 0],
    ["not (L['x'].size()[0] < L['y']['k'][0].size()[1]) and True", 1],
    ["-L['x'].size()[0] // 2 == -4", 1],
    ["Eq(Max(L['x'].size()[0], 3), 7) or False", 1],
    ["2**L['y']['k'][0].size()[1] == 8", 1],
  ])('%s', (text, value) => {
    expect(evaluate(parsePython(text)!, (name) => sizes[name])).toBe(value);
  });

  it.each(['', '1 +', 'open("a")', "L['x'].data_ptr() == 1", '(1', `${'('.repeat(1e4)}1`, 'lambda: 1', "'a'"])(
    'refuses %j',
    (text) => expect(parsePython(text)).toBeNull(),
  );
});
