import { camelCase, closest } from '../../lib/arguments/names';

test.each([
  ['log_softmax', 'logSoftmax'],
  ['add_', 'add_'],
  ['clamp_min_', 'clampMin_'],
  ['_fused_adam_', '_fusedAdam_'],
  ['conv_transpose2d', 'convTranspose2d'],
  ['is_nonzero', 'isNonzero'],
  ['__and__', '__and__'],
])('%s becomes %s', (upstream, ours) => {
  expect(camelCase(upstream)).toBe(ours);
});

test('a slip finds its right name, a stranger does not', () => {
  const names = ['keepdim', 'batchFirst', 'dim'];
  expect(closest('keepdin', names)).toBe('keepdim');
  expect(closest('batch_first', names)).toBe('batchFirst');
  expect(closest('somethingElse', names)).toBeUndefined();
});
