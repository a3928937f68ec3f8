/** The words of the filter: each has to be found in a run's name, state or settings, or compares one of its figures. */
import type { RunRow, Setting } from '../../protocol';

type Test = (run: RunRow) => boolean;

const COMPARISON = /^([^<>=!]+)(<=|>=|!=|<|>|=)(.+)$/;

function valueOf(run: RunRow, name: string): Setting | undefined {
  const { settings, last } = run;
  const key = (table: object): string | undefined => Object.keys(table).find((one) => one.toLowerCase() === name);
  const setting = key(settings);
  if (setting !== undefined) return settings[setting];
  if (name === 'state' || name === 'step' || name === 'epoch' || name === 'name') return run[name];
  const series = key(last);
  return series === undefined ? undefined : last[series];
}

function compares(name: string, operator: string, text: string): Test {
  const wanted = text.toLowerCase();
  const number = Number(text);
  return (run) => {
    const value = valueOf(run, name);
    if (value === undefined) return false;
    const same = String(value).toLowerCase() === wanted || (typeof value === 'number' && value === number);
    if (operator === '=') return same;
    if (operator === '!=') return !same;
    if (typeof value !== 'number' || Number.isNaN(number)) return false;
    if (operator === '<') return value < number;
    if (operator === '>') return value > number;
    return operator === '<=' ? value <= number : value >= number;
  };
}

function contains(word: string): Test {
  return ({ name, state, settings }) =>
    name.toLowerCase().includes(word) ||
    state === word ||
    Object.entries(settings).some(([key, value]) => `${key}=${String(value)}`.toLowerCase().includes(word));
}

/** `adam lr<0.01 !failed`: all of its words have to fit. */
export function filterOf(text: string): Test {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const tests = words.map((word): Test => {
    const comparison = COMPARISON.exec(word);
    if (comparison) return compares(comparison[1] ?? '', comparison[2] ?? '', comparison[3] ?? '');
    if (!word.startsWith('!') || word.length === 1) return contains(word);
    const inner = contains(word.slice(1));
    return (run) => !inner(run);
  });
  return (run) => tests.every((test) => test(run));
}
