/** The figures in the prose are those of bench/results.json. */
import { readFileSync } from 'node:fs';
import { PAGES, figuresOf, pageFile, withFigures } from '../../../bench/report/prose';
import { readReport } from '../../../bench/report/read';

const figures = figuresOf(readReport());

test.each(PAGES)('%s has the figures that were measured: else npm run bench:report', (page) => {
  const text = readFileSync(pageFile(page), 'utf8');
  expect(text).toMatch(/<!-- figure /);
  expect(withFigures(text, figures)).toBe(text);
});

test('a figure changes with what was measured, and one that there is not is an error', () => {
  const report = readReport();
  const results = report.results.map((one) => (one.suite === 'start' ? { ...one, ratio: 0.7777 } : one));
  const changed = figuresOf({ ...report, results });
  expect(withFigures('a <!-- figure start -->0.2<!-- / --> b', changed)).toBe(
    'a <!-- figure start -->0.78<!-- / --> b',
  );
  expect(() => withFigures('<!-- figure nothing -->1<!-- / -->', figures)).toThrow("no figure called 'nothing'");
  expect(() => figuresOf({ ...report, results: [] })).toThrow('no result');
});
