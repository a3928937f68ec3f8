/** What stands above the views: which runs are shown, and of a single one all that is to be known at a glance. */
import { useState } from 'preact/hooks';
import type { Command, RunDetail, RunRow } from '../../protocol';
import { duration, figure, moment, setting, whole } from '../model/format';
import { useAnswer, useBoard, useSelected, useStore } from '../model/hooks';
import { command, hasToken, queryOf } from '../model/server';
import { StateBadge } from '../parts/small';
import { mainFigure } from './list';

export function Overview() {
  const runs = useSelected();
  const store = useStore();
  const [only] = runs;
  if (runs.length === 1 && only) return <One run={only} />;
  if (runs.length === 0) return <h1 class="hidden">Training runs</h1>;
  return (
    <header class="overview">
      <h1>{runs.length} runs compared</h1>
      <button type="button" class="link" onClick={() => store.select([])}>
        Show none
      </button>
    </header>
  );
}

function One({ run }: { run: RunRow }) {
  const { now, control } = useBoard();
  const { value } = useAnswer<RunDetail>('/api/run', queryOf({ run: run.id }), String(run.version));
  const main = mainFigure(run);
  const ended = run.state === 'running' || run.state === 'paused' ? now : run.updated;
  const facts: readonly (readonly [string, string])[] = [
    ['Step', whole(run.step)],
    ['Epoch', whole(run.epoch)],
    ...(main ? [[main[0], figure(main[1])] as const] : []),
    ['Duration', duration(run.started === null || ended === null ? null : ended - run.started)],
    ['Began', moment(run.started)],
    ...(value?.parameters == null ? [] : [['Parameters', whole(value.parameters)] as const]),
  ];
  return (
    <header class="overview one">
      <div class="title">
        <h1>{run.name}</h1>
        <StateBadge state={run.state} />
        {control && <Controls run={run} />}
      </div>
      {run.progress !== null && <progress value={run.progress} max={1} aria-label="Progress" />}
      <dl class="facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {run.state === 'killed' && (
        <p class="note">
          The process of this run is gone, or has not been heard of for a minute. It can go on from its last checkpoint.
        </p>
      )}
      {[run.problem, ...(value?.problems ?? [])]
        .filter((text, i, all) => text !== null && all.indexOf(text) === i)
        .map((text) => (
          <p class="note bad" key={text}>
            {text}
          </p>
        ))}
      {value && value.warnings.length > 0 && <Warnings detail={value} />}
      {Object.keys(run.settings).length > 0 && <Config settings={run.settings} />}
    </header>
  );
}

function Warnings({ detail: { warnings } }: { detail: RunDetail }) {
  return (
    <details class="note">
      <summary>
        {warnings.length} {warnings.length > 1 ? 'warnings' : 'warning'}
      </summary>
      <ul>
        {warnings.map(({ step, message }, i) => (
          <li key={i}>
            step {step}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Config({ settings }: { settings: RunRow['settings'] }) {
  return (
    <ul class="config" aria-label="Settings">
      {Object.entries(settings)
        .slice(0, 40)
        .map(([name, value]) => (
          <li key={name}>
            <span>{name}</span> {setting(value)}
          </li>
        ))}
    </ul>
  );
}

function Controls({ run }: { run: RunRow }) {
  const [said, setSaid] = useState('');
  if (!hasToken()) return <small>To control runs, open the address that the command has printed.</small>;
  if (!run.controllable) return null;
  const send = (what: Command, word: string): void => {
    setSaid(`${word} …`);
    command(run.id, what).then(
      () => setTimeout(() => setSaid(''), 3000),
      (error: unknown) => setSaid((error as Error).message),
    );
  };
  const stop = (): void => {
    if (confirm(`Stop ${run.name} after its current step? It writes a checkpoint first.`)) send('stop', 'stopping');
  };
  return (
    <span class="controls">
      {run.state === 'paused' ? (
        <button type="button" onClick={() => send('resume', 'going on')}>
          Go on
        </button>
      ) : (
        <button type="button" onClick={() => send('pause', 'pausing')}>
          Pause
        </button>
      )}
      <button type="button" class="danger" onClick={stop}>
        Stop
      </button>
      <output>{said}</output>
    </span>
  );
}
