/** docs/dependencies.md has a line for each package that package.json names, and for no other. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
type Versions = Readonly<Record<string, string>>;
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'peerDependencies' | 'devDependencies' | 'overrides',
  Versions
>;

/** The packages in the first column of a section's table; `@types/*` stands for all that begin so. */
function listed(section: string): string[] {
  const text = read('docs/dependencies.md').split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  const cells = [...text.matchAll(/^\| ([^|]+?) +\|/gm)].map(([, cell]) => (cell as string).replaceAll('\\', ''));
  return cells.filter((cell) => !/^(package|-+)$/.test(cell)).flatMap((cell) => cell.split(', '));
}

function compare(section: string, names: readonly string[]): { missing: string[]; surplus: string[] } {
  const rows = listed(section);
  const has = (row: string, name: string): boolean =>
    row.endsWith('*') ? name.startsWith(row.slice(0, -1)) : row === name;
  return {
    missing: names.filter((name) => !rows.some((row) => has(row, name))),
    surplus: rows.filter((row) => !row.includes(' ') && !names.some((name) => has(row, name))),
  };
}

const { dependencies, peerDependencies, devDependencies, overrides } = manifest;
/** For tests of what is optional: their reasons stand there. */
const own = Object.keys(devDependencies).filter((name) => !(name in peerDependencies));

test.each([
  ['At run time', Object.keys(dependencies)],
  ['Optional', Object.keys(peerDependencies)],
  ['For development', own],
  ['Overrides', Object.keys(overrides)],
] as const)('%s', (section, names) => {
  expect(names.length).toBeGreaterThan(0);
  // onnxruntime-node stands there too, with the example that has it: `onnxruntime-node, in examples/vision alone`.
  expect(compare(section, names)).toEqual({
    missing: [],
    surplus: section === 'For development' ? ['onnxruntime-node'] : [],
  });
});

test('versions are pinned, and those of peers have an end', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, v]) => !/^\d+\.\d+\.\d+$/.test(v));
  expect(loose).toEqual([]);
  expect(Object.entries(peerDependencies).filter(([, v]) => !/^>=\S+ <\S+$/.test(v))).toEqual([]);
});
