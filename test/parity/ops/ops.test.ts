import * as torch from '../../../lib/index';
import { DType } from '../../../lib/index';
import { isTensor } from '../../../lib/tensor/tensor';
import { readPythonApi } from '../../../scripts/ops/api';
import { handWritten } from '../../../scripts/ops/hand-written';
import { makePlan } from '../../../scripts/ops/plan';
import { bitDifference, runPython } from '../../support/python';
import { type Case, allCases } from './cases';

const SCRIPT = `
import operator, warnings
warnings.simplefilter("ignore")
torch.set_num_threads(1)

def fresh(value):
    if isinstance(value, torch.Tensor): return value.clone()
    if isinstance(value, list): return [fresh(item) for item in value]
    if isinstance(value, dict): return getattr(torch, value["dtype"])
    return value

def plain(value):
    if isinstance(value, torch.Tensor): return value if value.layout == torch.strided else str(value)
    if isinstance(value, (list, tuple)): return [plain(item) for item in value]
    if isinstance(value, (int, float, bool, complex, str, torch.dtype)) or value is None: return value
    return str(type(value))

output = []
for name, args in input:
    torch.manual_seed(0)
    try:
        output.append({"value": plain(operator.attrgetter(name.removeprefix("torch."))(torch)(*fresh(args)))})
    except (RuntimeError, TypeError, ValueError, IndexError, NotImplementedError) as error:
        output.append({"error": f"{type(error).__name__}: {error}"[:200]})
`;

type Outcome = { readonly value: unknown } | { readonly error: string };

function fresh(value: unknown): unknown {
  if (isTensor(value)) return value.clone();
  return Array.isArray(value) ? value.map(fresh) : value;
}

function call({ namespace, name, args }: Case): unknown {
  const values = fresh(args) as unknown[];
  if (namespace === 'method') {
    const [self, ...rest] = values;
    return (self as Record<string, (...args: unknown[]) => unknown>)[name]!(...rest);
  }
  const owner: object = namespace === 'torch' ? torch : torch[namespace];
  return (owner as Record<string, (...args: unknown[]) => unknown>)[name]!(...values);
}

function here(it: Case): Outcome {
  torch.manualSeed(0);
  try {
    return { value: call(it) };
  } catch (error) {
    return { error: String((error as Error).message).split('\n')[0]! };
  }
}

/** What differs, or null. Python's numbers lose their type in JSON, ours had none. */
function difference(got: unknown, wanted: unknown): string | null {
  if (isTensor(got)) {
    if (isTensor(wanted)) return bitDifference(got, wanted);
    return String(got) === wanted ? null : `a tensor, Python ${String(wanted)}`;
  }
  if (Array.isArray(got) && Array.isArray(wanted)) {
    if (got.length !== wanted.length) return `${got.length} results, Python ${wanted.length}`;
    return got.map((item, i) => difference(item, wanted[i])).find((text) => text !== null) ?? null;
  }
  if (got === undefined && wanted === null) return null;
  if (got instanceof DType) return String(got) === String(wanted) ? null : `${got}, Python ${String(wanted)}`;
  return Object.is(got, wanted) ? null : `${String(got)}, Python ${String(wanted)}`;
}

function compare(got: Outcome, wanted: Outcome): string | null {
  if ('error' in got) return 'error' in wanted ? null : `fails: ${got.error}`;
  return 'error' in wanted ? `does not fail; Python: ${wanted.error}` : difference(got.value, wanted.value);
}

/** Differences that are meant, with the reason. */
const REDUCTION = 'Python reads the default at::Reduction::Mean as 0; here it is the 1 of the schema';
const MEANT: Readonly<Record<string, string>> = {
  'torch.binary_cross_entropy_with_logits': REDUCTION,
  'torch.hinge_embedding_loss': REDUCTION,
  'torch.kl_div': REDUCTION,
  'torch.margin_ranking_loss': REDUCTION,
  'torch.triplet_margin_loss': REDUCTION,
  'torch.fbgemm_pack_gemm_matrix_fp16': 'its packed matrix has padding that nobody writes',
  'torch.linalg.lstsq': 'depends on the alignment of its inputs: Python alone has several results, too',
};

const wire = (args: readonly unknown[]): unknown[] =>
  args.map((value) => (value instanceof DType ? { dtype: value.name } : value));

test('every generated function and method gives the bits of Python, and fails where Python fails', () => {
  torch.setNumThreads(1);
  const cases = allCases(makePlan(readPythonApi(), handWritten()));
  const wanted = runPython<Outcome[]>(
    SCRIPT,
    cases.map(({ python, args }) => [python, wire(args)]),
  );
  const differences = cases.flatMap((it, i) => {
    const text = it.python in MEANT ? null : compare(here(it), wanted[i]!);
    const args = it.args.map((arg) => (isTensor(arg) ? `${arg.dtype.name}[${arg.shape.join()}]` : JSON.stringify(arg)));
    return text === null ? [] : [`${it.python}(${args.join(', ')}): ${text}`];
  });
  const succeeded = new Set(cases.filter((_, i) => 'value' in wanted[i]!).map(({ python }) => python));
  expect(differences).toEqual([]);
  // Most names do something with these arguments.
  expect(succeeded.size).toBeGreaterThan(550);
});
