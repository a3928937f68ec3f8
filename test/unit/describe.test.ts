import { article, show, typeName } from '../../lib/arguments/describe';

test('arrays that hold themselves, or each other many times, are shown in bounded time', () => {
  const itself: unknown[] = [];
  itself.push(itself);
  expect(show(itself)).toBe('[[[arrays]]]');
  expect(typeName(itself)).toBe('an array of an array of an array of arrays');
  let doubled: unknown[] = [1, 2];
  for (let i = 0; i < 100; i++) doubled = [doubled, doubled];
  expect(show(doubled)).toBe(
    `[${Array(2)
      .fill(`[${Array(2).fill('[arrays, arrays]').join(', ')}]`)
      .join(', ')}]`,
  );
  expect(show([[1, 'a'], [2n]])).toBe("[[1, 'a'], [2n]]");
});

test.each([
  ['Tensor', 'a Tensor'],
  ['OneCycleLR', 'an OneCycleLR'],
  ['os.system', 'an os.system'],
])('%s has its article', (noun, text) => {
  expect(article(noun)).toBe(text);
});
