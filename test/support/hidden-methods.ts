/** Which methods of the package's classes are not public: protected, private or internal ones, by what their source says. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const HIDDEN = ts.ModifierFlags.Protected | ts.ModifierFlags.Private;

function isInternal(member: ts.ClassElement): boolean {
  return ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal');
}

/** The methods of the classes in a file, as `Class.method`. */
function methodsIn(file: string): { name: string; hidden: boolean }[] {
  const found: { name: string; hidden: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) {
      for (const member of node.members) {
        if (!member.name || !ts.isIdentifier(member.name) || !ts.isMethodDeclaration(member)) continue;
        const hidden = (ts.getCombinedModifierFlags(member) & HIDDEN) !== 0 || isInternal(member);
        found.push({ name: `${node.name?.text ?? ''}.${member.name.text}`, hidden });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/**
 * Tells whether a method of a class is hidden. A class that a function makes has no name in the source: of such a class a
 * method is hidden where all of its name are.
 */
export function hiddenMethods(folder: string): (className: string, method: string) => boolean {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const methods = files.flatMap((file) => methodsIn(path.join(folder, file)));
  const declared = new Set(methods.map(({ name }) => name));
  const shown = new Set(methods.filter(({ hidden }) => !hidden).flatMap(({ name }) => [name, name.split('.')[1]]));
  const hidden = new Set(methods.filter((one) => one.hidden).flatMap(({ name }) => [name, name.split('.')[1]]));
  return (className, method) => {
    const name = `${className}.${method}`;
    const key = declared.has(name) ? name : method;
    return hidden.has(key) && !shown.has(key);
  };
}
