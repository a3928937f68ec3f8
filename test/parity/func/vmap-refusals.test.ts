/** What `vmap` and `grad` refuse, in Python's words: changes in place, random numbers, code that depends on values. */
import * as torch from '../../../lib/index';
import type { Tensor } from '../../../lib/index';
import { runPython } from '../../support/python';

const PYTHON = `
from torch.func import vmap, grad, jacrev, jacfwd, jvp
F = torch.nn.functional
x = torch.ones(2, 3)
def attempt(call):
    try:
        call()
    except Exception as error:
        return str(error)
output = {name: attempt(call) for name, call in {
    'add_': lambda: vmap(lambda a: torch.zeros(3).add_(a))(x),
    'add_ of an argument': lambda: vmap(lambda a, b: a.add_(b), (None, 0))(torch.zeros(3), x),
    'copy_': lambda: vmap(lambda a: torch.zeros(3).copy_(a))(x),
    'index_put_': lambda: vmap(lambda a: torch.zeros(3).index_put_((torch.tensor([0]),), a[0]))(x),
    'mul_ of a captured tensor': lambda: grad(lambda a: x.mul_(a[0]).sum())(torch.ones(2)),
    'randn': lambda: vmap(lambda a: a + torch.randn(3))(x),
    'randn_like': lambda: vmap(lambda a: torch.randn_like(a))(x),
    'rand_like': lambda: vmap(lambda a: torch.rand_like(a))(x),
    'randint_like': lambda: vmap(lambda a: torch.randint_like(a, 5))(x),
    'randint': lambda: vmap(lambda a: torch.randint(5, (3,)))(x),
    'rand': lambda: vmap(lambda a: torch.rand(3))(x),
    'randperm': lambda: vmap(lambda a: torch.randperm(3))(x),
    'normal': lambda: vmap(lambda a: torch.normal(a, 1.0))(x),
    'dropout': lambda: vmap(lambda a: F.dropout(a))(x),
    'feature dropout': lambda: vmap(lambda a: F.dropout1d(a))(torch.ones(2, 3, 4)),
    'bernoulli': lambda: vmap(lambda a: torch.bernoulli(a))(x),
    'multinomial': lambda: vmap(lambda a: torch.multinomial(a, 1))(x),
    'uniform_': lambda: vmap(lambda a: a.uniform_())(x),
    'normal_': lambda: vmap(lambda a: torch.zeros(3).normal_())(x),
    'a generator': lambda: vmap(lambda a: torch.randn(3, generator=torch.Generator()))(x),
    'normal_ different': lambda: vmap(lambda a: torch.zeros(3).normal_(), randomness='different')(x),
    'bernoulli_ different': lambda: vmap(lambda a: torch.zeros(3).bernoulli_(), randomness='different')(x),
    'bernoulli same': lambda: vmap(lambda a: torch.bernoulli(a), randomness='same')(x),
    'no such randomness': lambda: vmap(lambda a: a, randomness='none')(x),
    'item': lambda: vmap(lambda a: a * a.sum().item())(x),
    'a number': lambda: vmap(lambda a: a * float(a[0]))(x),
    'is_nonzero': lambda: vmap(lambda a: torch.is_nonzero(a[0]))(x),
    'equal': lambda: vmap(lambda a: torch.equal(a, a))(x),
    'allclose': lambda: vmap(lambda a: torch.allclose(a, a))(x),
    'nonzero': lambda: vmap(lambda a: a.nonzero())(x),
    'a mask': lambda: vmap(lambda a: a[a > 0])(x),
    'unique': lambda: vmap(lambda a: a.unique())(x),
    'data_ptr': lambda: vmap(lambda a: a.data_ptr())(x),
    'a number out': lambda: vmap(lambda a: 3)(x),
    'nothing out': lambda: vmap(lambda a: None)(x),
    'nothing in': lambda: vmap(lambda: torch.ones(1))(),
    'sizes': lambda: vmap(lambda a, b: a)(x, torch.ones(3)),
    'in_dims': lambda: vmap(lambda a: a, in_dims=5)(x),
    'a number in': lambda: vmap(lambda a: a)(3),
    'a scalar in': lambda: vmap(lambda a: a)(torch.tensor(1.0)),
    'out_dims': lambda: vmap(lambda a: a, out_dims=5)(x),
    'out_dims None': lambda: vmap(lambda a: a, out_dims=None)(x),
    'chunk_size': lambda: vmap(lambda a: a, chunk_size=0)(x),
    'a vector': lambda: grad(lambda a: a)(x),
    'a tuple': lambda: grad(lambda a: (a.sum(), a))(x),
    'no aux': lambda: grad(lambda a: a.sum(), has_aux=True)(x),
    'argnums': lambda: grad(lambda a: a.sum(), argnums=1)(x),
    'argnums of text': lambda: grad(lambda a: a.sum(), argnums='0')(x),
    'no tensor': lambda: grad(lambda a: a.sum())(3),
    'jacrev of nothing': lambda: jacrev(lambda a: None)(x),
    'jacfwd of a number': lambda: jacfwd(lambda a: 3)(x),
    'jvp of a tensor': lambda: jvp(lambda a: a, x, x),
}.items()}
`;

const { func, nn } = torch;
const { functional: F } = nn;
const ones = (...shape: number[]): Tensor => torch.ones(shape);
const zeros = (): Tensor => torch.zeros([3]);
const x = ones(2, 3);
type Loose = (...args: any[]) => any;
const vmap = func.vmap as Loose;
const grad = func.grad as Loose;
const each = (body: (a: Tensor) => unknown, options?: object): unknown => vmap(body, options)(x);
const different = { randomness: 'different' };

const CALLS: Readonly<Record<string, () => unknown>> = {
  add_: () => each((a) => zeros().add_(a)),
  'add_ of an argument': () => vmap((a: Tensor, b: Tensor) => a.add_(b), [null, 0])(zeros(), x),
  copy_: () => each((a) => zeros().copy_(a)),
  index_put_: () => each((a) => zeros().indexPut_([torch.tensor([0])], a.select(0, 0))),
  'mul_ of a captured tensor': () => grad((a: Tensor) => x.mul_(a.select(0, 0)).sum())(ones(2)),
  randn: () => each((a) => a.add(torch.randn([3]))),
  randn_like: () => each((a) => torch.randnLike(a)),
  rand_like: () => each((a) => torch.randLike(a)),
  randint_like: () => each((a) => torch.randintLike(a, 5)),
  randint: () => each(() => torch.randint(5, [3])),
  rand: () => each(() => torch.rand([3])),
  randperm: () => each(() => torch.randperm(3)),
  normal: () => each((a) => torch.normal(a, 1)),
  dropout: () => each((a) => F.dropout(a)),
  'feature dropout': () => vmap((a: Tensor) => F.dropout1d(a))(ones(2, 3, 4)),
  bernoulli: () => each((a) => torch.bernoulli(a)),
  multinomial: () => each((a) => torch.multinomial(a, 1)),
  uniform_: () => each((a) => a.uniform_()),
  normal_: () => each(() => zeros().normal_()),
  'a generator': () => each(() => torch.randn([3], { generator: new torch.Generator() })),
  'normal_ different': () => each(() => zeros().normal_(), different),
  'bernoulli_ different': () => each(() => zeros().bernoulli_(), different),
  'bernoulli same': () => each((a) => torch.bernoulli(a), { randomness: 'same' }),
  'no such randomness': () => each((a) => a, { randomness: 'none' }),
  item: () => each((a) => a.mul(a.sum().item())),
  'a number': () => each((a) => a.mul(Number(a.select(0, 0)))),
  is_nonzero: () => each((a) => torch.isNonzero(a.select(0, 0))),
  equal: () => each((a) => torch.equal(a, a)),
  allclose: () => each((a) => torch.allclose(a, a)),
  nonzero: () => each((a) => a.nonzero()),
  'a mask': () => each((a) => a.index(a.gt(0))),
  unique: () => each((a) => a.unique()),
  data_ptr: () => each((a) => a.dataPtr()),
  'a number out': () => each(() => 3),
  'nothing out': () => each(() => null),
  'nothing in': () => vmap(() => ones(1))(),
  sizes: () => vmap((a: Tensor) => a)(x, ones(3)),
  in_dims: () => each((a) => a, { inDims: 5 }),
  'a number in': () => vmap((a: Tensor) => a)(3),
  'a scalar in': () => vmap((a: Tensor) => a)(torch.tensor(1.5)),
  out_dims: () => each((a) => a, { outDims: 5 }),
  'out_dims None': () => each((a) => a, { outDims: null }),
  chunk_size: () => each((a) => a, { chunkSize: 0 }),
  'a vector': () => grad((a: Tensor) => a)(x),
  'a tuple': () => grad((a: Tensor) => [a.sum(), a])(x),
  'no aux': () => grad((a: Tensor) => a.sum(), { hasAux: true })(x),
  argnums: () => grad((a: Tensor) => a.sum(), { argnums: 1 })(x),
  'argnums of text': () => grad((a: Tensor) => a.sum(), { argnums: '0' })(x),
  'no tensor': () => grad((a: Tensor) => a.sum())(3),
  'jacrev of nothing': () => func.jacrev((() => null) as Loose)(x),
  'jacfwd of a number': () => func.jacfwd((() => 3) as Loose)(x),
  'jvp of a tensor': () => func.jvp(((a: Tensor) => a) as Loose, x as never, x as never),
};

/** Python's words where ours show a value of JavaScript. */
function inOurWords(text: string): string {
  return text
    .replaceAll('<lambda>', 'anonymous')
    .replaceAll("<class 'int'>", 'integer 3')
    .replaceAll("<class 'NoneType'>", 'null')
    .replaceAll("<class 'str'>", 'string')
    .replaceAll("<class 'tuple'>", 'an array of Tensor')
    .replaceAll('[None]', '[null]');
}

const python = runPython<Readonly<Record<string, string | null>>>(PYTHON);

test.each(Object.keys(CALLS))('%s', (name) => {
  const theirs = python[name];
  if (typeof theirs !== 'string') throw new Error(`Python does not refuse ${name}`);
  let ours = '';
  try {
    CALLS[name]!();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    ours = (error as Error).message;
  }
  // Ours may name the operator before, and its arguments after.
  expect(ours).toContain(inOurWords(theirs));
  // The layer has ended all the same.
  expect(torch.ones([2]).add(torch.randLike(torch.ones([2]))).shape).toEqual([2]);
  expect(x.tolist()).toEqual([
    [1, 1, 1],
    [1, 1, 1],
  ]);
});
