/** bench/results.json, which the tables and the charts are made of. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { isTry } from '../harness/extent';
import type { OwnResult, Result } from '../harness/types';

/** What a try measures is no result. */
const file = path.join(__dirname, isTry ? '../../build/bench/try.json' : '../results.json');

/** When and where a suite ran last, and for how long. */
export interface Run {
  readonly title: string;
  readonly date: string;
  /** Processors and version of Node: suites are measured one by one, and not all on one machine. */
  readonly machine: string;
  readonly seconds: number;
}

export interface Report {
  readonly suites: Readonly<Record<string, Run>>;
  readonly results: readonly Result[];
  readonly figures: readonly OwnResult[];
}

/** What was measured so far. */
export function readReport(): Report {
  const former = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Partial<Report>;
  return { suites: {}, results: [], figures: [], ...former };
}

/** Puts a suite's results in the place of those that it had. */
export function saveSuite(
  name: string,
  run: Omit<Run, 'date' | 'machine'>,
  results: readonly Result[],
  figures: readonly OwnResult[],
): void {
  const former = readReport();
  const others = <T extends { readonly suite: string }>(list: readonly T[]): T[] =>
    list.filter(({ suite }) => suite !== name);
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  const report: Report = {
    suites: { ...former.suites, [name]: { ...run, date, machine } },
    results: [...others(former.results), ...results],
    figures: [...others(former.figures), ...figures],
  };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
