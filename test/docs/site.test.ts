/** What the pages of the API site are made from: `npm run lint` reads all of lib/, this shows that it would complain. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
// In the project, so that the compiler finds its types.
const folder = mkdtempSync(path.join(root, 'build/site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Reflection {
  readonly name: string;
  readonly flags?: { readonly isOptional?: boolean; readonly isRest?: boolean };
  readonly comment?: { readonly summary: readonly { readonly text: string }[] };
  readonly type?: { readonly name?: string };
  readonly children?: readonly Reflection[];
  readonly signatures?: readonly { readonly parameters?: readonly Reflection[] }[];
}

/** Runs typedoc with the project's own settings on a module. */
function site(source: string): { status: number | null; output: string; project: () => Reflection } {
  const entry = path.join(folder, 'entry.ts');
  const json = path.join(folder, 'site.json');
  const tsconfig = path.join(folder, 'tsconfig.json');
  writeFileSync(entry, source);
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions: { strict: true, types: [] }, files: ['entry.ts'] }));
  const settings = JSON.parse(readFileSync(path.join(root, 'typedoc.json'), 'utf8')) as object;
  const options = path.join(folder, 'typedoc.json');
  const plugin = [path.join(root, 'scripts/typedoc-plugin.mjs')];
  const own = { entryPoints: [entry], tsconfig, plugin, json, readme: 'none', projectDocuments: [] };
  writeFileSync(options, JSON.stringify({ ...settings, ...own, out: undefined }));
  const program = path.join(root, 'node_modules/typedoc/bin/typedoc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--options', options], {
    cwd: folder,
    encoding: 'utf8',
  });
  const project = (): Reflection => JSON.parse(readFileSync(json, 'utf8')) as Reflection;
  return { status, output: stdout + stderr, project };
}

test('arguments with labels are parameters, which the comment can name', () => {
  const { status, output, project } = site(`
    /**
     * Writes.
     *
     * @param path the file
     */
    export function write(first: boolean, ...args: [path: string, gzip?: boolean, ...more: number[]]): void {
      void [first, args];
    }
  `);
  expect({ status, output }).toMatchObject({ status: 0 });
  const [found] = project().children ?? [];
  const parameters = found?.signatures?.[0]?.parameters ?? [];
  expect(parameters.map(({ name }) => name)).toEqual(['first', 'path', 'gzip', 'more']);
  expect(parameters.map(({ flags }) => [flags?.isOptional === true, flags?.isRest === true])).toEqual([
    [false, false],
    [false, false],
    [true, false],
    [false, true],
  ]);
  expect(parameters[1]?.type?.name).toBe('string');
  expect(parameters[1]?.comment?.summary.map(({ text }) => text).join('')).toBe('the file');
}, 240_000);

test('a comment on a parameter that is not there is an error', () => {
  const { status, output } = site(`
    /**
     * Reads.
     *
     * @param file what is read
     */
    export function read(path: string): void {
      void path;
    }
  `);
  expect(status).not.toBe(0);
  expect(output).toContain('@param with name "file"');
}, 240_000);
