/**
 * docs/coverage.md is made from Python's own lists of names. `UPDATE_DOCS=1 npx jest test/parity/coverage` writes it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import { camelCase } from '../../lib/arguments/names';
import { runPython } from '../support/python';
import { DOES_NOT_APPLY, NOT_HERE, RENAMED } from '../support/not-covered';

const FILE = path.join(__dirname, '../../docs/coverage.md');

const PYTHON = readFileSync(path.join(__dirname, '../support/coverage.py'), 'utf8');

type Lists = Readonly<Record<string, readonly string[]>>;

let lists: Lists;
beforeAll(() => {
  lists = runPython<Lists>(PYTHON);
});

/** Classes whose members are a list: what Python calls them, and their prototypes. */
const PROTOTYPES: Readonly<Record<string, object>> = {
  'torch.Tensor': torch.Tensor.prototype,
  'torch.nn.Module': torch.nn.Module.prototype,
  'torch.utils.tensorboard.SummaryWriter': torch.utils.tensorboard.SummaryWriter.prototype,
};

/** What a Python module's name is here: `torch.nn.utils.rnn` → `torch.nn.utils.rnn`. */
function spaceOf(python: string): object {
  const prototype = PROTOTYPES[python];
  if (prototype) return prototype;
  let space: unknown = torch;
  for (const part of python.replace(/ .*/, '').split('.').slice(1))
    space = (space as Record<string, unknown> | undefined)?.[camelCase(part)];
  return (space ?? {}) as object;
}

/** What a name is called here: `add_` stays, and so does `float8_e5m2`. */
function nameHere(list: string, name: string): string {
  const renamed = RENAMED[`${list}.${name}`];
  return renamed ?? (name in spaceOf(list) ? name : camelCase(name));
}

type Place = 'here' | 'missing' | 'foreign';

/** Where a name of Python's is: here, not here, or nowhere outside of Python. */
function placeOf(list: string, name: string): Place {
  if (nameHere(list, name) in spaceOf(list)) return 'here';
  return `${list}.${name}` in DOES_NOT_APPLY ? 'foreign' : 'missing';
}

const namesOf = (list: string, place: Place): string[] =>
  (lists[list] ?? []).filter((name) => placeOf(list, name) === place);

const share = (list: string): number => {
  const [missing, here] = [namesOf(list, 'missing').length, namesOf(list, 'here').length];
  return missing / Math.max(missing + here, 1);
};

function summary(): string {
  const rows = Object.keys(lists).map((list) => {
    const [here, missing, foreign] = (['here', 'missing', 'foreign'] as const).map((one) => namesOf(list, one).length);
    const percent = `${(100 * share(list)).toFixed(1)} %`;
    return `| \`${list}\` | ${lists[list]?.length ?? 0} | ${here} | ${foreign} | ${missing} | ${percent} |`;
  });
  const head = '| Python | names | here | do not apply | not here | not here |\n| --- | --- | --- | --- | --- | --- |';
  return `${head}\n${rows.join('\n')}`;
}

function table(list: string, place: Place, title: string, reasons: Readonly<Record<string, string>>): string {
  const byReason = new Map<string, string[]>();
  for (const name of namesOf(list, place)) {
    const reason = reasons[`${list}.${name}`] ?? 'no reason given';
    byReason.set(reason, [...(byReason.get(reason) ?? []), `\`${name}\``]);
  }
  if (byReason.size === 0) return '';
  const rows = [...byReason].map(([reason, names]) => `| ${names.join(', ')} | ${reason} |`);
  return `\n\n| ${title} | why |\n| --- | --- |\n${rows.join('\n')}`;
}

function section(list: string): string {
  const here = namesOf(list, 'here').map((name) => `\`${nameHere(list, name)}\``);
  return (
    `## ${list}\n\n${here.join(', ') || 'Nothing.'}` +
    table(list, 'missing', 'Not here', NOT_HERE) +
    table(list, 'foreign', 'Does not apply', DOES_NOT_APPLY)
  );
}

function page(): string {
  const intro =
    '# Coverage\n\nMade by `test/parity/coverage.test.ts` from the lists of names of the Python it runs beside, PyTorch ' +
    '2.13. Deprecated names are left out. Names are shown as they are written here. A name that "does not apply" means ' +
    'something in a Python program only; the last column is what is not here, as a part of the names that do apply.';
  return [intro, summary(), ...Object.keys(lists).map(section)].join('\n\n');
}

const allOf = (place: Place): string[] =>
  Object.keys(lists).flatMap((list) => namesOf(list, place).map((name) => `${list}.${name}`));

it('leaves nothing out without a reason', () => {
  expect(allOf('missing').filter((name) => !(name in NOT_HERE))).toEqual([]);
});

it('gives no reason for names that exist here, or that Python has not', () => {
  const [missing, foreign] = [new Set(allOf('missing')), new Set(allOf('foreign'))];
  expect(Object.keys(NOT_HERE).filter((name) => !missing.has(name))).toEqual([]);
  expect(Object.keys(DOES_NOT_APPLY).filter((name) => !foreign.has(name))).toEqual([]);
});

it('leaves at most 2 % out of each list', () => {
  expect(Object.keys(lists).filter((list) => share(list) > 0.02)).toEqual([]);
});

/** In a process of its own: jest's modules cannot load prettier. */
function formatted(text: string): string {
  const prettier = path.join(path.dirname(require.resolve('prettier/package.json')), 'bin/prettier.cjs');
  return execFileSync(process.execPath, [prettier, '--stdin-filepath', FILE], { input: text, encoding: 'utf8' });
}

it('is what docs/coverage.md says', () => {
  const text = formatted(page());
  if (process.env['UPDATE_DOCS']) writeFileSync(FILE, text);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});
