/** Every function of `nn.functional` says its arguments, its source in PyTorch, and shows what comes out. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import { fromComments } from './example';

const folder = path.join(__dirname, '../../lib/nn/functional');
const functions = torch.nn.functional as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** The comment before each export, by the export's name. */
function documentation(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    for (const [, comment, name] of text.matchAll(/(\/\*\*(?:(?!\*\/)[^])*\*\/)\nexport (?:const|function) (\w+)/g)) {
      found.set(name as string, comment as string);
    }
  }
  return found;
}

const documented = documentation();
const names = Object.keys(functions);

/** The arguments of the signature that the comment begins with: `name(a, b = 1)`. */
function written(name: string): string[] {
  const comment = (documented.get(name) ?? '').replace(/\n \* ?/g, ' ');
  const [, list] = new RegExp(`^/\\*\\* \`${name}\\((.*?)\\)\`:`).exec(comment) ?? [];
  return (list ?? '').split(', ').map((argument) => argument.replace(/ = .*/, ''));
}

/** So unlike every argument that none is suggested for it. */
const UNKNOWN = 'noArgumentIsCalledSo';

/** The arguments that a function reads by a table, as it names them to whoever misspells one. */
function read(name: string): string[] | undefined {
  try {
    functions[name]?.({ [UNKNOWN]: 0 });
  } catch (error) {
    const [, list] = /got an unknown option '\w+'; it has (.*)$/.exec(String(error)) ?? [];
    return list?.split(', ');
  }
  return undefined;
}

test('only functions are exported', () => {
  expect(names.filter((name) => typeof functions[name] !== 'function')).toEqual([]);
  expect(names.length).toBeGreaterThan(120);
});

test.each(names)('%s', (name) => {
  const comment = documented.get(name) ?? '';
  expect(comment).toMatch(/@see https:\/\/(docs\.pytorch\.org\/docs|github\.com\/pytorch)\//);
  const examples = fromComments(comment).map(({ code }) => code);
  expect(examples.join('\n')).toMatch(new RegExp(`nn\\.functional\\.${name}\\([^]*; // [-\\[\\d]`));
  const byTable = read(name);
  if (byTable) expect(written(name)).toEqual(byTable);
  else expect(written(name)[0]).toMatch(/^input1?$/);
});
