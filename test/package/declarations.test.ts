/** The types of the package without what is internal: complete, and nothing of handles in them. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { emitDeclarations } from '../support/declarations';
import { root } from './run';

const folder = mkdtempSync(path.join(tmpdir(), 'libtorch-node-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program that uses the package would be told of its types. */
function problems(): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    types: ['node'],
    typeRoots: [path.join(root, 'node_modules/@types')],
    strict: true,
    noEmit: true,
  };
  const program = ts.createProgram([path.join(folder, 'index.d.ts')], options);
  const own = ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName.startsWith(folder));
  // Optional packages are not beside the folder.
  return own
    .map(
      (one) => `${path.basename(one.file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`,
    )
    .filter((text) => !/Cannot find module '[@\w]/.test(text));
}

test('nothing internal is in the declarations, and they are complete without it', () => {
  emitDeclarations(folder);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'));
  expect(files).toContain('index.d.ts');
  const tensor = readFileSync(path.join(folder, 'tensor/tensor.d.ts'), 'utf8');
  expect(tensor).not.toMatch(/handleOf|internals|tensorKey|rewrap/);
  expect(problems()).toEqual([]);
}, 240_000);
