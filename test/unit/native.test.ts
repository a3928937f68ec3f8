import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { native } from '../../lib/native/binding';
import * as codes from '../../lib/native/codes';

const contract = path.join(__dirname, '../../lib/native');

/** The interfaces of lib/native/contract.ts and of the families' parts beside it, by name. */
function readInterfaces(): Map<string, ts.InterfaceDeclaration> {
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  const families = readdirSync(path.join(contract, 'contract')).map((name) => `contract/${name}`);
  for (const file of ['contract.ts', ...families]) {
    const text = readFileSync(path.join(contract, file), 'utf8');
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

test('native code has the numbers of lib/native/codes.ts, each under its name', () => {
  expect(native.codes()).toEqual({ ...codes });
});

test('no family has a number twice', () => {
  for (const family of Object.values(codes)) {
    const numbers = Object.values(family);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});
