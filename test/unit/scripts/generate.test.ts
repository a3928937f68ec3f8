import { readFileSync } from 'node:fs';
import path from 'node:path';
import { libtorch } from '../../../lib/native/binding';
import { generatedFiles } from '../../../scripts/generate-ops';
import { readPythonApi } from '../../../scripts/ops/api';
import { handWritten } from '../../../scripts/ops/hand-written';
import { LINES, lineOf } from '../../../scripts/ops/lines';
import { makePlan } from '../../../scripts/ops/plan';

const plan = makePlan(readPythonApi(), handWritten());

// Other versions of libtorch have other operators: 2.14 has no cholesky and no qr.
const withPinned = libtorch.version.startsWith('2.13.') ? test : test.skip;

withPinned('the generated files are up to date', () => {
  for (const [file, text] of Object.entries(generatedFiles(plan))) {
    const committed = readFileSync(path.join(__dirname, '../../..', file), 'utf8');
    if (committed !== text) throw new Error(`${file} is not up to date: npm run generate`);
  }
});

withPinned('nothing is left out without anybody noticing', () => {
  const counts: Record<string, number> = {};
  for (const { reason } of plan.leftOut) counts[reason] = (counts[reason] ?? 0) + 1;
  expect(counts).toEqual({
    'an overload that Python does not show': 16,
    'internal to autograd': 189,
    'not shown by Python': 86,
    'of one back end': 29,
    private: 840,
    'takes a type that JavaScript does not have': 10,
    'written by hand': 42,
  });
});

test('sources are linked where Python documents them, and nowhere else', () => {
  const files = Object.values(generatedFiles(plan)).join('\n');
  const entries = Object.values(plan.entries).flat();
  expect(files.match(/@see /g)).toHaveLength(entries.filter(({ page }) => page !== null).length);
  const pages = new Map(entries.map(({ python, page }) => [python, page]));
  expect(pages.get('torch.abs')).toBe('torch.abs');
  expect(pages.get('torch.Tensor.abs_')).toBe('torch.Tensor.abs_');
  expect(pages.get('torch.conv2d')).toBe('torch.nn.functional.conv2d');
  // There is no page of torch.abs_, of what copies a view, or of what only kernels call.
  for (const name of ['torch.abs_', 'torch.view_copy', 'torch.relu', 'torch.nn.functional.nll_loss2d', 'torch.celu_']) {
    expect(pages.get(name)).toBeNull();
  }
  expect(files).toContain('@see https://docs.pytorch.org/docs/2.13/special.html#torch.special.airy_ai\n');
});

test('a name stands for one operator', () => {
  for (const entries of Object.values(plan.entries)) {
    const names = entries.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

/** The declaration of a function of the file functions.ts. */
function declarationOf(name: string): string {
  const text = generatedFiles(plan)['lib/ops/generated/functions.ts'] as string;
  return new RegExp(`^export const ${name}: \\{\n(.*?)^\\} =`, 'ms').exec(text)?.[1] ?? '';
}

test('`out` is an option of the call that returns the same', () => {
  expect(declarationOf('abs')).toBe(
    '  (input: Tensor, options?: {\n    /** Receives the result. */\n    out?: Tensor;\n  }): Tensor;\n',
  );
  // The form with a generator takes whatever the one without it takes.
  expect(declarationOf('poisson').match(/\): Tensor/g)).toHaveLength(2);
});

test('each option has its line, and the line that is meant for its operator', () => {
  const files = Object.values(generatedFiles(plan)).join('\n');
  const options = [...files.matchAll(/^(.*)\n {4}(\w+)\??: .*;$/gm)];
  expect(options.length).toBeGreaterThan(5000);
  expect(options.filter(([, line = '']) => !/^ {4}\/\*\* [A-Z`].*\. \*\/$/.test(line)).map(([text]) => text)).toEqual(
    [],
  );
  expect(lineOf('aten::gather', 'index')).toBe('For each element, its position along `dim`.');
  expect(lineOf('aten::index_select', 'index')).toBe('The positions along `dim`.');
  expect(lineOf('aten::normal_', 'mean')).toBe('The mean of the distribution.');
  expect(lineOf('aten::rsub', 'alpha')).toBe('The factor of the input.');
  expect(() => lineOf('aten::sum', 'dims2')).toThrow('say in scripts/ops/lines/ what its parameter dims2 is');
});

withPinned('each line belongs to a parameter that an operator has', () => {
  const overloads = Object.values(plan.entries).flatMap((entries) => entries.flatMap((entry) => entry.overloads));
  const parameters = overloads.flatMap((overload) => overload.parameters.map(({ name }) => ({ overload, name })));
  const used = new Set(
    parameters
      .filter(({ name }) => name in LINES)
      .map(({ overload, name }) => {
        const line = LINES[name] as string | Record<string, string>;
        if (typeof line === 'string') return name;
        const text = lineOf(overload.operator, name);
        return `${name} ${Object.keys(line).find((key) => line[key] === text)}`;
      }),
  );
  const all = Object.entries(LINES).flatMap(([name, line]) =>
    typeof line === 'string' ? [name] : Object.keys(line).map((key) => `${name} ${key}`),
  );
  expect(all.filter((name) => !used.has(name) && name !== 'requiresGrad')).toEqual([]);
});
