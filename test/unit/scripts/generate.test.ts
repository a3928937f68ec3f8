import { readFileSync } from 'node:fs';
import path from 'node:path';
import { libtorch } from '../../../lib/native/binding';
import { generatedFiles } from '../../../scripts/generate-ops';
import { readPythonApi } from '../../../scripts/ops/api';
import { handWritten } from '../../../scripts/ops/hand-written';
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
