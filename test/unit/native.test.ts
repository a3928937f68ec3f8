import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { native } from '../../lib/native/binding';

const lib = path.join(__dirname, '../../lib');

/** The interfaces of lib/native/contract.ts and of the families' own native.ts, by name. */
function readInterfaces(): Map<string, ts.InterfaceDeclaration> {
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => path.basename(name) === 'native.ts')) {
    const text = readFileSync(path.join(lib, file), 'utf8');
    ts.createSourceFile(file, text, ts.ScriptTarget.Latest).forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
    });
  }
  return interfaces;
}

/** The members of every interface that NativeBinding extends. */
function declaredNames(): string[] {
  const interfaces = readInterfaces();
  const collect = (name: string): string[] => {
    const node = interfaces.get(name);
    if (!node) throw new Error(`lib/native/contract.ts has no interface ${name}`);
    const parents = node.heritageClauses?.flatMap((clause) => clause.types.map((type) => type.expression)) ?? [];
    return [
      ...node.members.map((member) => (member.name as ts.Identifier).text),
      ...parents.flatMap((parent) => collect((parent as ts.Identifier).text)),
    ];
  };
  return collect('NativeBinding');
}

test('the addon exports exactly what lib/native/contract.ts declares', () => {
  expect(Object.keys(native).sort()).toEqual(declaredNames().sort());
});

test('everything that the addon exports is a function', () => {
  for (const value of Object.values(native)) expect(typeof value).toBe('function');
});
