/** What a translation has looked at, as a picture: words of the sentence above, of the translation on the left. */

const CELL = 30;
const [LEFT, TOP] = [110, 110];

const escaped = (word: string): string =>
  word.replace(/[&<>"]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);

/** An SVG of weights `[target][source]`: the darker a cell, the more its word has looked there. */
export function heatmap(
  source: readonly string[],
  target: readonly string[],
  weights: readonly (readonly number[])[],
): string {
  const [width, height] = [LEFT + CELL * source.length + 10, TOP + CELL * target.length + 10];
  const columns = source.map((word, x) => {
    const at = LEFT + CELL * x + CELL / 2;
    return `<text transform="translate(${at + 4} ${TOP - 8}) rotate(-60)">${escaped(word)}</text>`;
  });
  const rows = target.map((word, y) => {
    const cells = source.map((from, x) => {
      const weight = weights[y]?.[x] ?? 0;
      const title = `<title>${escaped(`${word} ← ${from}: ${weight.toFixed(3)}`)}</title>`;
      const place = `x="${LEFT + CELL * x}" y="${TOP + CELL * y}" width="${CELL - 1}" height="${CELL - 1}"`;
      return `<rect ${place} fill="#08306b" fill-opacity="${weight.toFixed(3)}">${title}</rect>`;
    });
    return `<text x="${LEFT - 8}" y="${TOP + CELL * y + 20}" text-anchor="end">${escaped(word)}</text>${cells.join('')}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="14">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...columns,
    ...rows,
    '</svg>\n',
  ].join('\n');
}
