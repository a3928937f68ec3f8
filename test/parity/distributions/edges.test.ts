/** Densities, cumulated and inverted, at the bounds of the support, beyond them and of NaN, with and without validation. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../../lib/index';
import { DISTRIBUTIONS, type Made, make } from '../../support/distribution-corpus';
import { attempt, differences } from '../../support/distribution-differences';
import { runPython } from '../../support/python';

const SPECIAL = [0, -0, 1, -1, 0.5, 2, 3, 1e-30, 1e30, Infinity, -Infinity, NaN];

let python: readonly (readonly unknown[] | null)[];

beforeAll(() => {
  const text = (name: string): string => readFileSync(path.join(__dirname, name), 'utf8');
  const [shared] = text('distributions.py').split('\npairs = ');
  python = runPython(`${shared}\n${text('edges.py')}`, DISTRIBUTIONS);
}, 300_000);

function atEdges(described: Made): unknown[] | null {
  const checked = make(described);
  torch.manualSeed(11);
  const drawn = attempt(() => checked.sample());
  if (!(drawn instanceof torch.Tensor)) return null;
  const free = make({ ...described, options: { ...described.options, validateArgs: false } });
  const held = drawn.isFloatingPoint()
    ? SPECIAL
    : SPECIAL.filter((special) => Math.abs(special) <= 3 && special % 1 === 0);
  return held.map((special) => {
    const value = torch.fullLike(drawn, special);
    return {
      checked: attempt(() => checked.logProb(value)),
      free: attempt(() => free.logProb(value)),
      cdf: attempt(() => free.cdf(value)),
      checkedCdf: attempt(() => checked.cdf(value)),
      icdf: attempt(() => free.icdf(value)),
      checkedIcdf: attempt(() => checked.icdf(value)),
    };
  });
}

test.each(DISTRIBUTIONS.map((described, i) => [`${described.make} (${i})`, described, i] as const))(
  '%s',
  (name, described, i) => {
    const found = differences(atEdges(described), python[i], name);
    expect(found).toEqual([]);
  },
);

test('most distributions have something to compare', () => {
  expect(python.filter((one) => one !== null).length).toBeGreaterThan(DISTRIBUTIONS.length * 0.9);
});
