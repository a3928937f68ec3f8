/** What the runs were started with, beside what came of it: as a table, and as lines across parallel axes. */
import { useMemo, useState } from 'preact/hooks';
import type { RunRow } from '../../protocol';
import { inOrder } from '../model/curves';
import { figure, setting } from '../model/format';
import { useBoard, useDark, useSelected, useStore } from '../model/hooks';
import { type Column, Parallel, type Value } from '../parts/parallel';
import { Empty, StateBadge } from '../parts/small';
import { useStyles } from './curves';

/** The settings in which the runs differ (or all), and their last figures. */
export function columnsOf(runs: readonly RunRow[], all: boolean): Column[] {
  const settings = [...new Set(runs.flatMap((run) => Object.keys(run.settings)))];
  const differ = (name: string): boolean => new Set(runs.map((run) => JSON.stringify(run.settings[name]))).size > 1;
  const figures = inOrder(new Set(runs.flatMap(({ last }) => Object.keys(last)))).filter(
    (name) => !name.startsWith('system/'),
  );
  return [
    ...settings
      .filter((name) => all || runs.length < 2 || differ(name))
      .map((name): Column => ({ name, kind: 'setting', value: (run) => run.settings[name] })),
    ...figures.map(
      (name): Column => ({ name, kind: 'figure', value: (run) => (name in run.last ? run.last[name] : undefined) }),
    ),
  ];
}

/** Numbers before words, and what is missing last. */
function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a == null || b == null) return a == null ? (b == null ? 0 : 1) : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

/** The figure that colours the lines at first. */
const targetOf = (columns: readonly Column[]): string | undefined => {
  const figures = columns.filter(({ kind }) => kind === 'figure').map(({ name }) => name);
  return figures.find((name) => name === 'validation/loss') ?? figures.find((name) => /loss/i.test(name)) ?? figures[0];
};

export function Parameters() {
  const selected = useSelected();
  const { runs: known } = useBoard();
  const [everyRun, setEveryRun] = useState(false);
  const [all, setAll] = useState(false);
  const [target, setTarget] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const dark = useDark();
  const runs = useMemo(() => (everyRun ? [...known.values()] : selected), [everyRun, known, selected]);
  const columns = useMemo(() => columnsOf(runs, all), [runs, all]);
  if (known.size === 0) return <Empty title="No runs yet" />;
  const colored = target ?? targetOf(columns);
  const figures = columns.filter(({ kind }) => kind === 'figure');
  const axes = [...columns.filter(({ kind }) => kind === 'setting'), ...figures.filter(({ name }) => name === colored)];
  return (
    <>
      <div class="tools">
        <label class="check">
          <input type="checkbox" checked={everyRun} onChange={(event) => setEveryRun(event.currentTarget.checked)} />
          All {known.size} runs
        </label>
        <label class="check">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
          Settings that are alike, too
        </label>
        <label>
          Coloured by{' '}
          <select value={colored} onChange={(event) => setTarget(event.currentTarget.value)}>
            {figures.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </div>
      {runs.length === 0 ? (
        <Empty title="No run is shown">
          <p>Choose runs in the list, or look at all of them.</p>
        </Empty>
      ) : (
        <>
          {axes.length > 1 && runs.length > 1 && (
            <Parallel
              {...{ runs, axes, dark, hovered }}
              colored={axes.at(-1)?.kind === 'figure' ? axes.length - 1 : 0}
              onHover={setHovered}
            />
          )}
          <Table {...{ runs, columns, hovered }} onHover={setHovered} />
        </>
      )}
    </>
  );
}

interface TableProps {
  readonly runs: readonly RunRow[];
  readonly columns: readonly Column[];
  readonly hovered: string | null;
  readonly onHover: (id: string | null) => void;
}

function Table({ runs, columns, hovered, onHover }: TableProps) {
  const store = useStore();
  const styles = useStyles();
  const [sort, setSort] = useState<{ name: string; down: boolean }>({ name: '', down: false });
  const sorted = useMemo(() => {
    const value =
      columns.find(({ name }) => name === sort.name)?.value ??
      ((run: RunRow): Value => (sort.name === 'Run' ? run.name : undefined));
    // What is missing stays last, whichever way the rest goes.
    const order = (a: RunRow, b: RunRow): number => {
      const [x, y] = [value(a), value(b)];
      return compare(x, y) * (sort.down && x != null && y != null ? -1 : 1);
    };
    return sort.name === '' ? runs : [...runs].sort(order);
  }, [runs, columns, sort]);
  const head = (name: string, kind: string) => (
    <th
      scope="col"
      key={name}
      class={kind}
      aria-sort={sort.name === name ? (sort.down ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => setSort({ name, down: sort.name === name && !sort.down })}>
        {name}
        <i aria-hidden="true">{sort.name === name ? (sort.down ? '↓' : '↑') : ''}</i>
      </button>
    </th>
  );
  return (
    <div class="scroll tall" tabIndex={0} role="group" aria-label="Settings and figures of the runs">
      <table class="parameters">
        <thead>
          <tr>
            {head('Run', '')}
            <th scope="col">State</th>
            {columns.map(({ name, kind }) => head(name, kind))}
          </tr>
        </thead>
        <tbody onMouseLeave={() => onHover(null)}>
          {sorted.map((run) => (
            <tr key={run.id} class={hovered === run.id ? 'hovered' : ''} onMouseEnter={() => onHover(run.id)}>
              <th scope="row">
                <i class="swatch" style={{ background: styles.get(run.id)?.color ?? 'transparent' }} />
                <button type="button" class="link" onClick={() => store.select([run.id])}>
                  {run.name}
                </button>
              </th>
              <td>
                <StateBadge state={run.state} />
              </td>
              {columns.map(({ name, kind, value }) => (
                <td key={name} class={kind}>
                  {kind === 'figure' ? figure(value(run) as number | null | undefined) : setting(value(run))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
