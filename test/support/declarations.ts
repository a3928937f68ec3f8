/** The types of the package as its users get them: declarations, without what is internal. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.join(__dirname, '../..');

export function emitDeclarations(folder: string): void {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.build.json'), (file) => readFileSync(file, 'utf8'));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const only = { ...options, outDir: folder, emitDeclarationOnly: true, declaration: true, sourceMap: false };
  ts.createProgram(fileNames, only).emit();
}
