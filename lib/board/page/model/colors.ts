/** The colours of runs: told apart by people who see few of them, on light and on dark ground. */

const LIGHT = [
  '#2f5fd0',
  '#c2500f',
  '#1f7f52',
  '#9334a8',
  '#8a6a00',
  '#0a7f93',
  '#c02d5a',
  '#5d6420',
  '#5b46cc',
  '#7a543c',
];
const DARK = [
  '#83acff',
  '#ff9d62',
  '#62d29a',
  '#dc92ea',
  '#e8c557',
  '#55d3e6',
  '#ff8bad',
  '#bcc463',
  '#b0a3ff',
  '#d4ac90',
];

export interface Ground {
  readonly dark: boolean;
  readonly grid: string;
  readonly text: string;
  readonly surface: string;
}

export function groundOf(dark: boolean): Ground {
  return dark
    ? { dark, grid: '#ffffff14', text: '#a9b2c1', surface: '#171b22' }
    : { dark, grid: '#1c274614', text: '#596377', surface: '#ffffff' };
}

export function colorOf(index: number, dark: boolean): string {
  const colors = dark ? DARK : LIGHT;
  return colors[index % colors.length] as string;
}

/** Lines that share a colour differ in their dashes. */
export function dashOf(index: number): number[] | undefined {
  return [undefined, [6, 4], [2, 3], [10, 3, 2, 3]][Math.floor(index / LIGHT.length) % 4];
}

/** A colour between two, for figures between 0 and 1. */
export function blend(part: number, dark: boolean): string {
  const [from, to] = dark
    ? ([
        [106, 136, 232],
        [255, 178, 92],
      ] as const)
    : ([
        [120, 150, 225],
        [168, 50, 0],
      ] as const);
  const mixed = from.map((value, i) => Math.round(value + ((to[i] ?? 0) - value) * part));
  return `rgb(${mixed.join(' ')})`;
}
