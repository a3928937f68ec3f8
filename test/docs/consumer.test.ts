/**
 * The examples, the tutorial and every example of the documentation compile in a project of a user's: against the package's
 * declarations, strictly, and with `noUncheckedIndexedAccess` and `exactOptionalPropertyTypes`. The rest of the configuration is
 * the one that the tutorial shows.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { emitDeclarations } from '../support/declarations';
import { documented } from './documented';
import { modulesOf } from './example';
import { joinGroup } from './group';
import { namespaces, surroundings } from './surroundings';

const root = path.join(__dirname, '../..');
const tutorial = readFileSync(path.join(root, 'docs/tutorial.md'), 'utf8');
const types = mkdtempSync(path.join(tmpdir(), 'libtorch-node-consumer-'));

joinGroup();
beforeAll(() => emitDeclarations(types), 240_000);
afterAll(() => rmSync(types, { recursive: true, force: true }));

/** Files of the program that are nowhere on the disk, by path. In the project, where optional packages are found. */
const files = new Map<string, string>();
const folder = path.join(root, 'build/consumer');

function add(name: string, text: string): string {
  const file = path.join(folder, name);
  files.set(file, text);
  return file;
}

function options(): ts.CompilerOptions {
  const [, json] = /^```json\n([\s\S]*?)^```/m.exec(tutorial) ?? [];
  const { config } = ts.parseConfigFileTextToJson('tsconfig.json', json ?? '');
  const parsed = ts.convertCompilerOptionsFromJson((config as { compilerOptions: object }).compilerOptions, root);
  expect(parsed.errors).toEqual([]);
  return {
    ...parsed.options,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    // The namespaces, which examples take for granted; see surround().
    allowUmdGlobalAccess: true,
    noEmit: true,
    // What `npm install` would put beside the program.
    paths: {
      'libtorch-node': [path.join(types, 'index.d.ts')],
      'libtorch-node/*': [path.join(types, '*/index.d.ts')],
    },
    typeRoots: [path.join(root, 'node_modules/@types')],
  };
}

/** Declares what examples take for granted: names of namespaces, which are types as well, and of values. */
function surround(): string[] {
  const entries = ['vision', 'language'];
  const spaces = Object.keys(namespaces).map((name) => {
    const whole = name === 'torch' || entries.includes(name);
    const source = entries.includes(name) ? `libtorch-node/${name}` : 'libtorch-node';
    const taken = whole ? `import * as found from '${source}';` : `import { ${name} as found } from '${source}';`;
    return add(`space-${name}.d.cts`, `${taken}\nexport = found;\nexport as namespace ${name};\n`);
  });
  const text = readFileSync(path.join(__dirname, 'surroundings.ts'), 'utf8');
  const asUser = text
    .replaceAll(/'..\/..\/lib\/index'/g, "'libtorch-node'")
    .replaceAll(/'..\/..\/lib\/(\w+)\/index'/g, "'libtorch-node/$1'");
  const values = Object.keys(surroundings()).map(
    (name) => `  const ${name}: ReturnType<typeof surroundings>['${name}'];`,
  );
  return [
    ...spaces,
    add('surroundings.mts', asUser),
    add(
      'globals.mts',
      `import type { surroundings } from './surroundings.mjs';\ndeclare global {\n${values.join('\n')}\n}\n`,
    ),
  ];
}

/** Where each line of an example stands, by the file that it became. */
const places = new Map<string, { readonly file: string; readonly line: number }>();

/** Each example in files of its own: one for each module that it shows. */
function addExamples(): string[] {
  return documented.flatMap(({ file, examples }) =>
    examples.flatMap((example) =>
      modulesOf(example).map(({ name, line, code }) => {
        // Its other modules stand beside it.
        const added = add(`${file}/${example.line}/${name}.mts`, `${code}\nexport {};\n`);
        places.set(added, { file, line });
        return added;
      }),
    ),
  );
}

interface Problem {
  readonly where: string;
  readonly text: string;
}

/** What the compiler says of the program. */
function problems(given: readonly string[]): Problem[] {
  const host = ts.createCompilerHost(options());
  const { fileExists, readFile, directoryExists } = host;
  host.directoryExists = (directory) => directory.startsWith(folder) || (directoryExists?.(directory) ?? true);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  const found = ts
    .getPreEmitDiagnostics(ts.createProgram(given, options(), host))
    .map(({ file, start, messageText }) => {
      const line = file && start !== undefined ? ts.getLineAndCharacterOfPosition(file, start).line : 0;
      const place = places.get(file?.fileName ?? '') ?? { file: file?.fileName ?? '', line: 1 };
      return { where: `${place.file}:${place.line + line}`, text: ts.flattenDiagnosticMessageText(messageText, ' ') };
    });
  return found.filter(({ where, text }) => {
    // Other packages' declarations are not written for all of these options; ours are.
    if (where.includes('/node_modules/')) return false;
    return !(where.startsWith(types) && OPTIONAL.test(text));
  });
}

/** Declarations name optional packages, which a user without them does not have. */
const OPTIONAL = /Cannot find module '(@huggingface\/tokenizers|apache-arrow|hyparquet)/;

const programs = readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
  .map((file) => path.join(root, 'examples', file));

test('the examples and the documentation compile as they would for a user', () => {
  // Two faults, to see that they would be found.
  const wrong = add(
    'wrong.mts',
    "import { ones } from 'libtorch-node';\nones([2]).shape[0].toFixed();\nones('two');\n",
  );
  const examples = addExamples();
  expect(programs.length).toBeGreaterThan(10);
  expect(examples.length).toBeGreaterThan(1200);
  const found = problems([...programs, ...surround(), ...examples, wrong]);
  const inWrong = ({ where }: Problem): boolean => where.startsWith(wrong);
  expect(found.filter((problem) => !inWrong(problem))).toEqual([]);
  expect(found.filter(inWrong).map(({ where }) => where)).toEqual([`${wrong}:2`, `${wrong}:3`]);
}, 240_000);
