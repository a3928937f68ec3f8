/** What operators ran in both runs of a checkpointed function, for an error that explains. */
import { isProgramFrame } from '../../errors';
import type { Mode } from '../../autograd/graph/dispatch-mode';
import { isTensor } from '../../tensor/tensor';
import { CheckpointError } from './frame';
import { type Around, around } from './selective';

interface Logged {
  readonly text: string;
  readonly stack: string;
}

function shown(value: unknown): string {
  if (isTensor(value)) return `${value.dtype.name}[${value.shape.join(', ')}]`;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  return String(value);
}

class Log {
  readonly lines: Logged[] = [];

  readonly mode: Mode = ({ name, overload }, args, proceed) => {
    const call = `torch.ops.${name.replace('::', '.')}.${overload || 'default'}(${args.map(shown).join(', ')})`;
    const frames = (new Error().stack ?? '').split('\n').filter(isProgramFrame);
    const results = proceed().map(shown).join(', ');
    this.lines.push({ text: `${results} = ${call}`, stack: frames.map((line) => line.trim()).join('\n') });
  };

  traces(label: string): string {
    const total = this.lines.length;
    return this.lines
      .map(({ text, stack }, i) => `${text}   (${i + 1} of ${total} in ${label})\n\n${stack}\n`)
      .join('\n');
  }

  operators(): string {
    return this.lines.map(({ text }) => text).join('\n');
  }
}

const title = (text: string): string => `\n+--- ${text} ---+\n\n`;

/** The contexts that log, and what makes the long error of the short one. @internal */
export function debugContexts(): { contexts: [Around, Around]; explain: (error: CheckpointError) => CheckpointError } {
  const [forward, recompute] = [new Log(), new Log()];
  const explain = (error: CheckpointError): CheckpointError =>
    new CheckpointError(
      'An error happened while unpacking tensors; dumping logs of latest computation because you passed `debug: true` to ' +
        '`torch.utils.checkpoint.checkpoint()`. Scroll all the way down for guidance on how to navigate these logs.\n' +
        title('1. Stack traces of the operators that ran in the original forward') +
        forward.traces('original') +
        title('2. Stack traces of the operators that ran during recomputation') +
        recompute.traces('recompute') +
        title('3. Log of operators in the original forward and recomputation') +
        'Differences in "detach" calls are expected: checkpointing makes them.\n\n' +
        `Operations executed during the original forward:\n\n${forward.operators()}\n\n` +
        `Operations executed during recomputation:\n\n${recompute.operators()}\n` +
        title('ERROR: Detected non-determinism while running activation checkpointing') +
        'The tensors saved during the original forward differ from those saved during recomputation. Compare the operators of ' +
        'both runs to see where they differ, and look up in the stack traces where they were called.',
      { cause: error },
    );
  return { contexts: [around(() => forward.mode), around(() => recompute.mode)], explain };
}
