import { createInterface } from 'node:readline/promises';
import { type Options, Presets, SingleBar } from 'cli-progress';

import type { Progress, Reporter } from '../install/download/reporter';
import { formatBytes } from '../install/download/space';
import { printOnStderr } from './print';
import { visible } from './visible';

/** A log shows quarters, and only of what takes a while. */
const STEPS = 4;
const WORTH_SHOWING = 100e6;

/** Speaks on stderr, so that what a command prints on stdout can be piped; draws a bar where there is a terminal. */
export function terminalReporter(assumeYes: boolean): Reporter {
  const interactive = process.stderr.isTTY && process.stdin.isTTY && !assumeYes;
  return {
    step: printOnStderr,
    begin: (label, total) => (process.stderr.isTTY ? bar(label, total) : lines(label, total)),
    confirm: (question) => (interactive ? ask(question) : Promise.resolve(true)),
  };
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return !/^n/i.test(await terminal.question(`${visible(question)} [Y/n] `));
  } finally {
    terminal.close();
  }
}

function bar(label: string, total: number | undefined): Progress {
  const format = `${label.padEnd(8)} {bar} {percentage}% | {value} of {total} | {eta_formatted} left`;
  const formatValue: Options['formatValue'] = (value, _options, type) =>
    type === 'value' || type === 'total' ? formatBytes(value) : String(value);
  const drawn = new SingleBar({ format, formatValue, hideCursor: true, etaBuffer: 100 }, Presets.shades_classic);
  drawn.start(total ?? 0, 0);
  return {
    update: (done) => {
      drawn.update(done);
    },
    end: () => {
      drawn.stop();
    },
  };
}

/** For logs: one line for each quarter. */
function lines(label: string, total: number | undefined): Progress {
  let next = 1;
  return {
    update: (done) => {
      if (total === undefined || total < WORTH_SHOWING || done < (total * next) / STEPS) return;
      printOnStderr(`  ${label} ${formatBytes(done)} of ${formatBytes(total)}`);
      next = Math.floor((done * STEPS) / total) + 1;
    },
    end: () => undefined,
  };
}
