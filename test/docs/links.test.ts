/** Links between the pages lead somewhere, and no page is left out of the index. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const docs = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md'));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/README.md',
  ...docs.map((file) => `docs/${file}`),
];

/** The names that a page's headings have as the target of a link. */
function anchors(text: string): Set<string> {
  const headings = text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm);
  const name = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
  return new Set([...headings].map(([, heading]) => name(heading as string)));
}

function broken(page: string): string[] {
  const text = read(page).replace(/^```[\s\S]*?^```/gm, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(([, a, b]) => (a ?? b) as string);
  return targets.filter((target) => !/^https?:/.test(target) && !leads(page, target));
}

function leads(page: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const full = file === '' ? path.join(root, page) : path.resolve(root, path.dirname(page), file);
  if (!existsSync(full)) return false;
  return anchor === undefined || (statSync(full).isFile() && anchors(readFileSync(full, 'utf8')).has(anchor));
}

test.each(pages)('%s', (page) => {
  expect(broken(page)).toEqual([]);
});

test('a link to nowhere would be seen', () => {
  expect(leads('README.md', 'docs/nowhere.md')).toBe(false);
  expect(leads('docs/faq.md', 'memory.md#no-such-heading')).toBe(false);
  expect(leads('docs/faq.md', 'platforms.md#bundlers-and-electron')).toBe(true);
});

test('the index has every page', () => {
  // Pages of hosts are in the index of the recipes.
  const index = read('docs/README.md') + read('docs/recipes.md');
  expect(docs.filter((file) => file !== 'README.md' && !index.includes(`](${file})`))).toEqual([]);
});

test('the site has every page', () => {
  const { projectDocuments } = JSON.parse(read('typedoc.json')) as { projectDocuments: string[] };
  expect(docs.map((file) => `docs/${file}`).filter((page) => !projectDocuments.includes(page))).toEqual([]);
});

test('commands that pages and workflows name are there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const workflows = readdirSync(path.join(root, '.github/workflows')).map((file) => `.github/workflows/${file}`);
  const files = [...pages, ...workflows];
  const commands = files.flatMap((file) =>
    [...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name as string),
  );
  expect(commands.length).toBeGreaterThan(30);
  // The pages of users' own projects name theirs.
  expect(commands.filter((name) => !(name in scripts) && !['start', 'build'].includes(name))).toEqual([]);
  const programs = files.flatMap((file) =>
    [...read(file).matchAll(/node (scripts\/[\w./-]+)/g)].map(([, name]) => name as string),
  );
  expect(programs.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test('pages that are named as text are there, too', () => {
  const named = pages.flatMap((page) => [...read(page).matchAll(/`((?:docs|bench|examples|lib|native|test|scripts)\/[\w./-]+\.\w+)`/g)].map(([, file]) => `${page}: ${file}`)); // prettier-ignore
  expect(named.filter((line) => !existsSync(path.join(root, line.split(': ')[1] as string)))).toEqual([]);
});
