/** The list of runs: which there are, how they are, and which of them are shown. */
import { memo } from 'preact/compat';
import { useMemo, useState } from 'preact/hooks';
import type { RunRow, RunState } from '../../protocol';
import { colorOf } from '../model/colors';
import { filterOf } from '../model/filter';
import { ago, figure } from '../model/format';
import { useBoard, useDark, useStore } from '../model/hooks';
import { byAge } from '../model/store';
import { Sparkline, StateBadge } from '../parts/small';

/** More are drawn when somebody asks: each costs time, and nobody looks through them. */
const STRETCH = 120;

/** The figure that says most about a run. */
export function mainFigure({ last }: RunRow): readonly [name: string, value: number | null] | null {
  for (const name of ['validation/loss', 'train/loss', 'train/loss_step'])
    if (name in last) return [name, last[name] ?? null];
  const name = Object.keys(last).find((one) => /loss/i.test(one));
  return name === undefined ? null : [name, last[name] ?? null];
}

interface ItemProps {
  readonly run: RunRow;
  readonly color: string | null;
  readonly now: number;
  readonly onToggle: (id: string) => void;
  readonly onOnly: (id: string) => void;
}

const Item = memo(function Item({ run, color, now, onToggle, onOnly }: ItemProps) {
  const main = mainFigure(run);
  const slash = run.name.lastIndexOf('/');
  return (
    <li class={color === null ? 'run' : 'run shown'} data-run={run.id}>
      <label class="pick">
        <input type="checkbox" checked={color !== null} onChange={() => onToggle(run.id)} />
        <i aria-hidden="true" style={color === null ? {} : { background: color, borderColor: color }} />
        <span class="hidden">Show {run.name}</span>
      </label>
      <button type="button" class="name" title={`Show only ${run.name}`} onClick={() => onOnly(run.id)}>
        {slash > 0 && <small>{run.name.slice(0, slash + 1)}</small>}
        {run.name.slice(slash + 1)}
      </button>
      <Sparkline values={run.spark} color={color ?? 'var(--faint)'} />
      <span class="facts">
        <StateBadge state={run.state} />
        {run.progress !== null && (
          <progress value={run.progress} max={1} aria-label={`Progress of ${run.name}`}>
            {Math.round(run.progress * 100)} %
          </progress>
        )}
        <span class="when">{run.reading ? 'reading …' : ago(run.updated, now)}</span>
      </span>
      <span class="main" title={main?.[0]}>
        {main ? figure(main[1]) : ''}
      </span>
    </li>
  );
}, sameItem);

function sameItem(a: ItemProps, b: ItemProps): boolean {
  return a.run === b.run && a.color === b.color && ago(a.run.updated, a.now) === ago(b.run.updated, b.now);
}

const CHIPS: readonly (readonly [string, readonly RunState[]])[] = [
  ['running', ['running', 'paused']],
  ['done', ['finished', 'stopped', 'aborted', 'unknown']],
  ['broken', ['failed', 'killed', 'unreadable']],
];

export function RunList() {
  const store = useStore();
  const { runs, selected, filter, now, left, loaded } = useBoard();
  const dark = useDark();
  const [chip, setChip] = useState<string | null>(null);
  const [most, setMost] = useState(STRETCH);
  const all = useMemo(() => [...runs.values()].sort(byAge), [runs]);
  const states = CHIPS.find(([name]) => name === chip)?.[1];
  const shown = useMemo(() => {
    const fits = filterOf(filter);
    return all.filter((run) => fits(run) && (states?.includes(run.state) ?? true));
  }, [all, filter, states]);
  const every = shown.length > 0 && shown.every(({ id }) => selected.includes(id));
  return (
    <>
      <div class="find">
        <input
          type="search"
          id="filter"
          placeholder="Filter: adam lr<0.01"
          aria-label="Filter runs by name, settings and figures"
          value={filter}
          onInput={(event) => store.filter(event.currentTarget.value)}
        />
        <div class="chips" role="group" aria-label="Runs by state">
          {CHIPS.map(([name, members]) => (
            <button
              type="button"
              key={name}
              aria-pressed={chip === name}
              onClick={() => setChip(chip === name ? null : name)}
            >
              {name} <b>{all.filter(({ state }) => members.includes(state)).length}</b>
            </button>
          ))}
        </div>
        <div class="bulk">
          <span role="status">
            {shown.length === all.length
              ? `${all.length} ${all.length === 1 ? 'run' : 'runs'}`
              : `${shown.length} of ${all.length} runs`}
            {left > 0 && `, and ${left} more are not shown`}
          </span>
          <button
            type="button"
            class="link"
            disabled={shown.length === 0}
            onClick={() => store.select(every ? [] : shown.map(({ id }) => id))}
          >
            {every ? 'Show none' : 'Show all'}
          </button>
        </div>
      </div>
      <ul class="runs" aria-label="Runs">
        {shown.slice(0, most).map((run) => (
          <Item
            key={run.id}
            run={run}
            now={now}
            color={selected.includes(run.id) ? colorOf(selected.indexOf(run.id), dark) : null}
            onToggle={(id) => store.toggle(id)}
            onOnly={(id) => store.select([id])}
          />
        ))}
      </ul>
      {shown.length > most && (
        <button type="button" class="more" onClick={() => setMost(most + STRETCH * 4)}>
          {shown.length - most} more
        </button>
      )}
      {loaded && all.length > 0 && shown.length === 0 && (
        <p class="nothing">No run fits. Words are found in names and settings; try lr&lt;0.01.</p>
      )}
    </>
  );
}
