/** Each chart is drawn twice, for pages that are light and for pages that are dark. */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly paper: string;
  readonly ink: string;
  readonly pale: string;
  readonly grid: string;
  readonly own: string;
  readonly python: string;
  readonly mark: string;
  /** For other frameworks, in the order of their list. */
  readonly others: readonly string[];
}

export const THEMES: readonly Theme[] = [
  {
    name: 'light',
    paper: '#ffffff',
    ink: '#1f2328',
    pale: '#59636e',
    grid: '#d1d9e0',
    own: '#0969da',
    python: '#bf8700',
    mark: '#cf222e',
    others: ['#bf8700', '#cf222e', '#1a7f37', '#8250df', '#bf3989', '#57606a', '#953800'],
  },
  {
    name: 'dark',
    paper: '#0d1117',
    ink: '#f0f6fc',
    pale: '#9198a1',
    grid: '#3d444d',
    own: '#58a6ff',
    python: '#d29922',
    mark: '#ff7b72',
    others: ['#d29922', '#ff7b72', '#3fb950', '#bc8cff', '#f778ba', '#b1bac4', '#f0883e'],
  },
];

export const FONT = 'system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif';
