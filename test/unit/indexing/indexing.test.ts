import * as torch from '../../../lib/index';

const x = (): torch.Tensor => torch.arange(12).view(3, 4);

test('integers and slices give views', () => {
  const base = x();
  base.index(':', -1).setItem('...', 0);
  expect(base.tolist()).toEqual([
    [0, 1, 2, 0],
    [4, 5, 6, 0],
    [8, 9, 10, 0],
  ]);
  expect(base.index('1:', torch.slice(0, null, 2)).tolist()).toEqual([
    [4, 6],
    [8, 10],
  ]);
  expect(base.index(null, '...', 0).shape).toEqual([1, 3]);
});

test('arrays and masks give copies', () => {
  const base = x();
  expect(base.index([0, 2], [1, -1]).tolist()).toEqual([1, 11]);
  expect(base.index(base.gt(9)).tolist()).toEqual([10, 11]);
  expect(base.index([true, false, false]).shape).toEqual([1, 4]);
});

test('values are assigned, whatever they are', () => {
  const base = x();
  expect(base.setItem(0, [9, 9, 9, 9]).setItem([1, ':'], torch.tensor(5)).index(':2').tolist()).toEqual([
    [9, 9, 9, 9],
    [5, 5, 5, 5],
  ]);
  expect(base.setItem(base.eq(5), 0).index(1).tolist()).toEqual([0, 0, 0, 0]);
});

test('an index outside its dimension is a TorchIndexError', () => {
  expect(() => x().index(3)).toThrow(torch.TorchIndexError);
  expect(() => x().index(3)).toThrow(/index 3 is out of bounds for dimension 0 with size 3/);
  expect(() => x().index(0, 0, 0)).toThrow(/too many indices/);
  expect(() => x().index([0, 5])).toThrow(torch.TorchIndexError);
});

test('a value that is not an index is a TypeError', () => {
  const refused: unknown[] = [undefined, 1.5, NaN, 'one', '1:2:3:4', {}, Symbol('s'), [1.5], ['a']];
  for (const index of refused) expect(() => x().index(index as never)).toThrow(TypeError);
  expect(() => x().index('::0')).toThrow(/step must be greater than zero/);
  expect(() => x().index(2 ** 60)).toThrow(TypeError);
  expect(() => x().setItem(0, 'a' as never)).toThrow(/expected a tensor, a number or an array/);
});
