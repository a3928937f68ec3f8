/**
 * Operators of one or two tensors on sparse ones, beside Python. Where nothing is recorded, these calls go below autograd at
 * once, and a kernel that writes into the parts of its result needs what autograd's kernel would have set.
 */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { bitDifference, runPython } from '../../support/python';

const PYTHON = `
import warnings
warnings.simplefilter('ignore')
square = input['square']

def layouts(x):
    return {'coo': x.to_sparse(), 'uncoalesced': torch.sparse_coo_tensor(torch.cat([x.to_sparse().indices()] * 2, 1),
            torch.cat([x.to_sparse().values()] * 2), x.shape), 'csr': x.to_sparse_csr()}

def attempt(name, overload, args):
    try:
        result = getattr(getattr(torch.ops.aten, name), overload)(*args)
        return result.to_dense() if result.layout != torch.strided else result
    except Exception:
        return None

output = []
for name, overload, count in input['operators']:
    for kind in ('coo', 'uncoalesced', 'csr'):
        x = layouts(square)[kind]
        output.append([name, overload, count, kind, attempt(name, overload, [x] * count)])
`;

const UNARY =
  '_conj_physical abs angle asin asinh atan atanh ceil clone coalesce conj_physical deg2rad detach erf erfinv expm1 floor frac ' +
  'isinf isnan isneginf isposinf log1p neg positive rad2deg relu round sgn sign signbit sin sinh sqrt sum t tan tanh trunc';
const BINARY = 'mm matmul _sparse_sparse_matmul smm hspmm sparse_mask';
const ELEMENTWISE = 'add sub mul maximum minimum copysign';
const OPERATORS = [
  ...UNARY.split(' ').map((name) => [name, 'default', 1]),
  ...BINARY.split(' ').map((name) => [name, 'default', 2]),
  ...ELEMENTWISE.split(' ').map((name) => [name, 'Tensor', 2]),
];

type Row = readonly [name: string, overload: string, count: number, kind: string, result: Tensor | null];

const square = torch.tensor([
  [0, 1.5, 0],
  [2.5, 0, -0.5],
  [0, 0.25, 0],
]);

function layouts(x: Tensor): Record<string, Tensor> {
  const coo = x.toSparse();
  const doubled = torch.sparseCooTensor(
    torch.cat([coo.indices(), coo.indices()], 1),
    torch.cat([coo.values(), coo.values()]),
    x.shape,
  );
  return { coo, uncoalesced: doubled, csr: x.toSparseCsr() };
}

/** As Python calls them: their results are dense for the comparison. */
function attempt([name, overload, count, kind]: Row): Tensor | string {
  const operator = (torch.ops.aten as Record<string, any>)[name][overload];
  const x = layouts(square)[kind] as Tensor;
  try {
    const result = operator(...Array<Tensor>(count).fill(x)) as Tensor;
    return result.layout === torch.strided ? result : result.toDense();
  } catch (error) {
    return (error as Error).message;
  }
}

test('operators of one or two tensors give what Python gives', () => {
  const rows = runPython<readonly Row[]>(PYTHON, { operators: OPERATORS, square });
  const computed = rows.filter(([, , , , result]) => result !== null);
  const differences = computed.flatMap((row) => {
    const ours = attempt(row);
    const label = `${row[0]}.${row[1]} (${row[3]})`;
    if (typeof ours === 'string') return [`${label}: ${ours.split('\n')[0]}`];
    const found = bitDifference(ours, row[4] as Tensor);
    return found === null ? [] : [`${label}: ${found}`];
  });
  expect(differences).toEqual([]);
  expect(computed.length).toBeGreaterThan(80);
  expect(computed.some(([name, , , kind]) => name === 'mm' && kind === 'coo')).toBe(true);
});
