/**
 * docs/coverage.md is made from Python's own lists of names. `UPDATE_DOCS=1 npx jest test/parity/coverage` writes it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as torch from '../../lib/index';
import { camelCase } from '../../lib/arguments/names';
import { runPython } from '../support/python';
import { REASONS } from '../support/not-covered';

const FILE = path.join(__dirname, '../../docs/coverage.md');

/** Deprecated names (by decorators, and those that warn only when called), and helpers that Python's modules happen to show, are no part of what is to be covered. */
const PYTHON = `
import inspect
import torch.nn.functional as F, torch.nn.init as init, torch.nn.utils as utils
import torch.signal.windows, torch.accelerator, torch.hub, torch.nn.attention
import torch.profiler, torch.autograd.profiler, torch.autograd.forward_ad, torch.utils.benchmark, torch.utils.tensorboard, torch.distributions
import torch.nn.utils.prune, torch.nn.utils.stateless, torch.optim.swa_utils, torch.utils.checkpoint

def own(module):
    return [n for n, v in vars(module).items() if callable(v) and not n.startswith('_')
            and getattr(v, '__module__', None) == module.__name__ and not getattr(v, '__deprecated__', None)]

HELPERS = {'boolean_dispatch', 'assert_int_or_pair', 'handle_torch_function', 'Optional', 'invert_permutation',
           'has_torch_function', 'has_torch_function_unary', 'has_torch_function_variadic', 'PackedSequence_', 'bind'}
def sort(names): return sorted(set(names) - HELPERS)
functional = [n for n, v in vars(F).items() if callable(v) and not inspect.isclass(v) and not n.startswith('_')]
classes = [n for n, v in vars(torch.nn).items() if inspect.isclass(v) and not n.startswith('_')]
output = {
    'torch.nn': sort(n for n in set(torch.nn.modules.__all__) | set(classes) if n not in ('Container', 'NLLLoss2d')),
    'torch.nn.functional': sort(functional),
    'torch.nn.init': sort(n for n in own(init) if n + '_' not in vars(init)),
    'torch.nn.utils': sort(n for n in utils.__all__ if not inspect.ismodule(getattr(utils, n))
                           and not getattr(getattr(utils, n), '__deprecated__', None)
                           and n not in ('weight_norm', 'remove_weight_norm')),
    'torch.nn.utils.rnn': sort(own(utils.rnn)),
    'torch.nn.utils.parametrize': sort(own(utils.parametrize)),
    'torch.nn.utils.parametrizations': sort(own(utils.parametrizations)),
    'torch.nn.utils.prune': sort(own(utils.prune)),
    'torch.nn.Module': sort(n for n in dir(torch.nn.Module) if callable(getattr(torch.nn.Module, n)) and not n.startswith('_')
                            and n != 'register_backward_hook'),
    'torch.optim': sort(n for n in torch.optim.__all__ if not inspect.ismodule(getattr(torch.optim, n))),
    'torch.optim.lr_scheduler': sort(torch.optim.lr_scheduler.__all__),
    'torch.optim.swa_utils': sort(torch.optim.swa_utils.__all__),
    'torch.accelerator': sort(n for n in torch.accelerator.__all__ if not n.endswith('_idx')),
    'torch.hub': sort(torch.hub.__all__),
    'torch.nn.attention': sort(torch.nn.attention.__all__),
    'torch.profiler': sort(torch.profiler.__all__),
    'torch.autograd.profiler': sort(torch.autograd.profiler.__all__),
    'torch.autograd.forward_ad': sort(torch.autograd.forward_ad.__all__),
    'torch.distributions': sort(torch.distributions.__all__),
    'torch.func': sort(torch.func.__all__),
    'torch.utils.benchmark': sort(n for n in dir(torch.utils.benchmark) if not n.startswith('_') and n not in ('timer', 'Number')
                                  and not inspect.ismodule(getattr(torch.utils.benchmark, n))),
    'torch.utils.tensorboard': sort(torch.utils.tensorboard.__all__ if hasattr(torch.utils.tensorboard, '__all__') else ['SummaryWriter']),
    'torch.utils.tensorboard.SummaryWriter': sort(n for n in dir(torch.utils.tensorboard.SummaryWriter) if not n.startswith('_')),
    'torch.ao.quantization (dynamic)': ['quantize_dynamic'],
    'torch.random': sort(torch.random.__all__),
    'torch.signal.windows': sort(torch.signal.windows.__all__),
    'torch.sparse': sort(set(torch.sparse.__all__) | {'spdiags'}),
    'torch.testing': sort(n for n in dir(torch.testing) if callable(getattr(torch.testing, n)) and not n.startswith('_') and n != 'assert_allclose'),
}
`;

type Lists = Readonly<Record<string, readonly string[]>>;

let lists: Lists;
beforeAll(() => {
  lists = runPython<Lists>(PYTHON);
});

/** What a Python module's name is here: `torch.nn.utils.rnn` → `torch.nn.utils.rnn`. */
function spaceOf(python: string): Record<string, unknown> {
  if (python === 'torch.utils.tensorboard.SummaryWriter')
    return torch.utils.tensorboard.SummaryWriter.prototype as unknown as Record<string, unknown>;
  if (python === 'torch.nn.Module') return torch.nn.Module.prototype as unknown as Record<string, unknown>;
  let space: unknown = torch;
  for (const part of python.replace(/ .*/, '').split('.').slice(1))
    space = (space as Record<string, unknown> | undefined)?.[camelCase(part)];
  return (space ?? {}) as Record<string, unknown>;
}

const isHere = (list: string, name: string): boolean => {
  const space = spaceOf(list);
  return camelCase(name) in space && space[camelCase(name)] !== undefined;
};

const missingOf = (list: string): string[] => (lists[list] ?? []).filter((name) => !isHere(list, name));

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

function summary(): string {
  const rows = Object.keys(lists).map((list) => {
    const [missing, all] = [missingOf(list).length, lists[list]?.length ?? 0];
    return `| \`${list}\` | ${all} | ${all - missing} | ${percent(missing, all)} |`;
  });
  return `| Python | names | here | not here |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
}

function section(list: string): string {
  const missing = missingOf(list);
  const here = (lists[list] ?? []).filter((name) => !missing.includes(name)).map((name) => `\`${camelCase(name)}\``);
  const rows = missing.map((name) => `| \`${name}\` | ${REASONS[`${list}.${name}`] ?? 'no reason given'} |`);
  const table = rows.length ? `\n\n| Not here | why |\n| --- | --- |\n${rows.join('\n')}` : '';
  return `## ${list}\n\n${here.join(', ') || 'Nothing.'}${table}`;
}

function page(): string {
  const intro =
    '# Coverage\n\nMade by `test/parity/coverage.test.ts` from the lists of names of the Python it runs beside, PyTorch ' +
    '2.13. Deprecated names are left out. Names are shown as they are written here.';
  return [intro, summary(), ...Object.keys(lists).map(section)].join('\n\n');
}

it('leaves nothing out without a reason', () => {
  const without = Object.keys(lists).flatMap((list) =>
    missingOf(list)
      .map((name) => `${list}.${name}`)
      .filter((name) => !(name in REASONS)),
  );
  expect(without).toEqual([]);
});

it('gives no reason for names that exist here', () => {
  const missing = new Set(Object.keys(lists).flatMap((list) => missingOf(list).map((name) => `${list}.${name}`)));
  expect(Object.keys(REASONS).filter((name) => !missing.has(name))).toEqual([]);
});

it('leaves less than 3 % out', () => {
  for (const list of ['torch.nn', 'torch.nn.init', 'torch.optim.lr_scheduler']) {
    expect([list, missingOf(list).length / (lists[list]?.length ?? 0) < 0.03]).toEqual([list, true]);
  }
  const layers = Object.keys(lists).filter((list) => /^torch\.(nn|optim)\b(?!\.attention)/.test(list));
  const all = layers.flatMap((list) => lists[list] ?? []);
  const missing = layers.flatMap(missingOf);
  expect(missing.length / all.length).toBeLessThan(0.03);
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
