/**
 * The examples and the tutorial compile in a project of a user's: against the package's declarations, strictly, and with
 * `noUncheckedIndexedAccess` and `exactOptionalPropertyTypes`. The rest of the configuration is the one that the tutorial shows.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { emitDeclarations } from '../support/declarations';
import { asProgram, fromMarkdown } from './example';

const root = path.join(__dirname, '../..');
const tutorial = readFileSync(path.join(root, 'docs/tutorial.md'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'libtorch-node-consumer-'));
const program = path.join(folder, 'tutorial.mts'); // its project is of type "module"

beforeAll(() => {
  emitDeclarations(path.join(folder, 'types'));
  writeFileSync(program, asProgram(fromMarkdown(tutorial)).code);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function options(): ts.CompilerOptions {
  const [, json] = /^```json\n([\s\S]*?)^```/m.exec(tutorial) ?? [];
  const { config } = ts.parseConfigFileTextToJson('tsconfig.json', json ?? '');
  const parsed = ts.convertCompilerOptionsFromJson((config as { compilerOptions: object }).compilerOptions, root);
  expect(parsed.errors).toEqual([]);
  return {
    ...parsed.options,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // What `npm install` would put beside the program.
    paths: {
      'libtorch-node': [path.join(folder, 'types/index.d.ts')],
      'libtorch-node/*': [path.join(folder, 'types/*/index.d.ts')],
    },
    typeRoots: [path.join(root, 'node_modules/@types')],
  };
}

/** What the compiler says of the files, by file. */
function problems(files: readonly string[]): { readonly where: string; readonly text: string }[] {
  const found = ts.getPreEmitDiagnostics(ts.createProgram(files, options())).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0;
    return { where: `${file?.fileName ?? ''}:${line}`, text: ts.flattenDiagnosticMessageText(messageText, ' ') };
  });
  return found.filter(({ where, text }) => {
    // Other packages' declarations are not written for all of these options; ours are.
    if (where.includes('/node_modules/')) return false;
    return !(where.includes('/types/') && OPTIONAL.test(text));
  });
}

/** Declarations name optional packages, which a user without them does not have. */
const OPTIONAL = /Cannot find module '(@huggingface\/tokenizers|apache-arrow|hyparquet)/;

const examples = readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
  .map((file) => path.join(root, 'examples', file));

test('the examples and the tutorial compile as they would for a user', () => {
  // Two faults, to see that they would be found.
  const wrong = path.join(folder, 'wrong.mts');
  writeFileSync(wrong, "import { ones } from 'libtorch-node';\nones([2]).shape[0].toFixed();\nones('two');\n");
  expect(examples.length).toBeGreaterThan(10);
  const found = problems([...examples, program, wrong]);
  expect(found.filter(({ where }) => !where.startsWith(wrong))).toEqual([]);
  expect(found.map(({ where }) => where)).toEqual([`${wrong}:2`, `${wrong}:3`]);
}, 240_000);
