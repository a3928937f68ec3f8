import { visible, visibleJson } from '../../../lib/cli/visible';

test.each([
  ['plain text, with ünïcode 日本 🙂', 'plain text, with ünïcode 日本 🙂'],
  ['a family 👨\u200d👩 and \u200c', 'a family 👨\u200d👩 and \u200c'],
  ['\x1b[31mred\x1b]0;title\x07', '\\x1b[31mred\\x1b]0;title\\x07'],
  ['\0\x01\x08\x1f\x7f', '\\x00\\x01\\x08\\x1f\\x7f'],
  ['\x80\x9b2J\x9f', '\\x80\\x9b2J\\x9f'],
  ['line\r\nbreak\tand tab', 'line\\r\\nbreak\\tand tab'],
  ['\u2028\u2029\u0085', '\\u2028\\u2029\\x85'],
  ['\u202a\u202b\u202c\u202d\u202e', '\\u202a\\u202b\\u202c\\u202d\\u202e'],
  ['\u2066\u2067\u2068\u2069\u200e\u200f\u061c', '\\u2066\\u2067\\u2068\\u2069\\u200e\\u200f\\u061c'],
  ['\ufeff\u00ad\u200b', '\\ufeff\\xad\\u200b'],
  ['half \ud83d', 'half \\ud83d'],
  ['a tag \u{e0041}', 'a tag \\u{e0041}'],
  ['C:\\new\\table', 'C:\\new\\table'],
])('%j is shown', (text, shown) => {
  expect(visible(text)).toBe(shown);
  expect(visible(shown)).toBe(shown);
});

test('JSON stays the same value and holds nothing that a terminal obeys', () => {
  const every = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code)).join('');
  const value = { [`k\x9b${every}`]: [`${every}\u202e\u2066\u061c\u2028\ufeff\u{e0041}\ud83d🙂`, 5, null] };
  const text = visibleJson(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}\u{e0041}]/u);
  expect(text).toContain('🙂');
});
