/** What Python shows of libtorch's operators, as scripts/python-api.py found it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One name in one of Python's namespaces. */
export interface PythonRow {
  /** Without namespace: `linalg_svd`. */
  readonly operator: string;
  /** In the order in which Python tries them. */
  readonly overloads: readonly string[];
  /** Python has a function of its own around the operator. */
  readonly python?: boolean;
  /** The name whose page PyTorch's documentation has for it, where that is another; null where it has none. */
  readonly page?: string | null;
}

export const NAMESPACES = ['torch', 'method', 'linalg', 'fft', 'special', 'nn'] as const;
export type Namespace = (typeof NAMESPACES)[number];

export type PythonApi = Readonly<Record<Namespace, Readonly<Record<string, PythonRow>>>> & {
  readonly version: string;
  /** By namespace and name, what `torch.typename` says of classes and functions where that does not follow from both. */
  readonly names: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export function readPythonApi(): PythonApi {
  return JSON.parse(readFileSync(path.join(__dirname, '../python-api.json'), 'utf8')) as PythonApi;
}
