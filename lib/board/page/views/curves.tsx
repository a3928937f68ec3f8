/** The curves of the runs that are shown, a chart for each figure. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Curve, RunRow } from '../../protocol';
import { colorOf, groundOf } from '../model/colors';
import { type Axis, extentOf, groupOf, inOrder, lineOf } from '../model/curves';
import { bytes, figure } from '../model/format';
import { useAnswer, useBoard, useDark, useSeen, useSelected, useStore } from '../model/hooks';
import { Chart, type Style, xText } from '../parts/chart';
import { Choice, Empty, Failure, Waiting } from '../parts/small';

const POINTS = 900;
const AXES = [
  ['step', 'Steps'],
  ['relative', 'Duration'],
  ['time', 'Time'],
] as const;

export function useStyles(): ReadonlyMap<string, Style> {
  const { selected, runs } = useBoard();
  const dark = useDark();
  const names = selected.map((id) => runs.get(id)?.name ?? '').join('\n');
  return useMemo(
    () =>
      new Map(
        selected.map((id, place) => [id, { label: runs.get(id)?.name ?? id, color: colorOf(place, dark), place }]),
      ),
    [names, dark],
  );
}

/** The names of all figures that these runs have. */
const namesOf = (runs: readonly RunRow[]): string[] => inOrder(new Set(runs.flatMap(({ last }) => Object.keys(last))));

export function Curves() {
  const runs = useSelected();
  const { settings } = useBoard();
  const [wanted, setWanted] = useState('');
  const [zoom, setZoom] = useState<{ axis: Axis; part: readonly [number, number] } | null>(null);
  const names = namesOf(runs).filter((name) => groupOf(name) !== 'system');
  const shown = names.filter((name) => name.toLowerCase().includes(wanted.toLowerCase()));
  const groups = new Map<string, string[]>();
  for (const name of shown) groups.set(groupOf(name), [...(groups.get(groupOf(name)) ?? []), name]);
  const part = zoom?.axis === settings.axis ? zoom.part : null;
  if (runs.length === 0) return <NothingChosen />;
  return (
    <>
      <CurveTools
        wanted={wanted}
        onWanted={setWanted}
        zoomed={part !== null}
        onReset={() => setZoom(null)}
        many={names.length > 6}
      />
      {names.length === 0 && (
        <Empty title="No figures yet">
          <p>The first of them comes with the first logged step.</p>
        </Empty>
      )}
      {names.length > 0 && shown.length === 0 && <Empty title={`No figure is called ${wanted}`} />}
      {[...groups].map(([group, members]) => (
        <details class="group" key={group} open>
          <summary>
            <h2>{group}</h2> <small>{members.length}</small>
          </summary>
          <div class="cards">
            {members.map((name) => (
              <CurveCard
                key={name}
                name={name}
                runs={runs}
                axis={settings.axis}
                zoom={part}
                onZoom={(next) => setZoom(next && { axis: settings.axis, part: next })}
              />
            ))}
          </div>
        </details>
      ))}
    </>
  );
}

function NothingChosen() {
  return (
    <Empty title="No run is shown">
      <p>Choose runs in the list: the box beside a name adds its curves, the name shows that run alone.</p>
    </Empty>
  );
}

interface ToolProps {
  readonly wanted: string;
  readonly onWanted: (wanted: string) => void;
  readonly zoomed: boolean;
  readonly onReset: () => void;
  readonly many: boolean;
}

function CurveTools({ wanted, onWanted, zoomed, onReset, many }: ToolProps) {
  const store = useStore();
  const { settings } = useBoard();
  return (
    <div class="tools">
      {many && (
        <input
          type="search"
          placeholder="Find a figure"
          aria-label="Find a figure"
          value={wanted}
          onInput={(event) => onWanted(event.currentTarget.value)}
        />
      )}
      <label class="slider">
        Smoothing
        <input
          type="range"
          min="0"
          max="0.99"
          step="0.01"
          value={settings.smoothing}
          onInput={(event) => store.change({ smoothing: Number(event.currentTarget.value) })}
        />
        <output>{settings.smoothing.toFixed(2)}</output>
      </label>
      <Choice
        label="Horizontal axis"
        options={AXES}
        value={settings.axis}
        onChange={(axis) => store.change({ axis })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={settings.log}
          onChange={(event) => store.change({ log: event.currentTarget.checked })}
        />
        Logarithmic
      </label>
      {zoomed && (
        <button type="button" onClick={onReset}>
          Show all
        </button>
      )}
    </div>
  );
}

export interface CardProps {
  readonly name: string;
  readonly title?: string;
  readonly runs: readonly RunRow[];
  readonly axis: Axis;
  readonly zoom: readonly [number, number] | null;
  readonly onZoom: (zoom: readonly [number, number] | null) => void;
  readonly smoothing?: number;
  readonly format?: (value: number) => string;
}

/** One figure of several runs: its chart, and the same in numbers. */
export function CurveCard({ name, title, runs, axis, zoom, onZoom, smoothing, format }: CardProps) {
  const { settings } = useBoard();
  const ground = groundOf(useDark());
  const styles = useStyles();
  const [see, seen] = useSeen();
  const [large, setLarge] = useState(false);
  const [table, setTable] = useState(false);
  const with_ = runs.filter(({ last }) => name in last);
  const asked = useAnswer<Curve[]>('/api/curves', queryOfCurves(name, with_, axis, zoom), versionsOf(with_), seen);
  const error = asked.error;
  const value = useLast(asked.value, with_);
  const weight = smoothing ?? settings.smoothing;
  const starts = new Map(runs.map(({ id, started }) => [id, started]));
  const lines = useMemo(
    () => (value ?? []).map((curve) => lineOf(curve, axis, starts.get(curve.run) ?? null, weight, settings.log)),
    [value, axis, weight, settings.log],
  );
  return (
    <figure ref={see} class={large ? 'card large' : 'card'}>
      <figcaption>
        <h3>{title ?? name}</h3>
        <span class="actions">
          <button type="button" class="plain" aria-pressed={table} onClick={() => setTable(!table)}>
            Figures<span class="hidden"> of {name}</span>
          </button>
          <button type="button" class="plain" aria-pressed={large} onClick={() => setLarge(!large)}>
            {large ? 'Smaller' : 'Larger'}
            <span class="hidden"> chart of {name}</span>
          </button>
        </span>
      </figcaption>
      {error !== null && <Failure message={error} />}
      {value === null ? (
        <Waiting label={`Reading ${name}`} />
      ) : (
        <Chart
          {...{ lines, styles, axis, ground, zoom, onZoom, log: settings.log }}
          label={described(name, value, styles)}
          height={large ? 440 : 230}
          {...(format ? { format } : {})}
        />
      )}
      {table && value && <CurveTable curves={value} styles={styles} axis={axis} {...(format ? { format } : {})} />}
    </figure>
  );
}

/** While another part of the curves is on its way, the former one stays: the chart is not drawn anew, and keeps the focus. */
function useLast(value: Curve[] | null, runs: readonly RunRow[]): Curve[] | null {
  const last = useRef<Curve[] | null>(null);
  if (value !== null) last.current = value;
  const ids = runs.map(({ id }) => id).join();
  const shown = last.current;
  return useMemo(() => {
    const kept = (shown ?? []).filter(({ run }) => ids.includes(run));
    return kept.length > 0 || value !== null ? kept : null;
  }, [shown, ids, value === null]);
}

function queryOfCurves(
  name: string,
  runs: readonly RunRow[],
  axis: Axis,
  zoom: readonly [number, number] | null,
): string {
  const query = new URLSearchParams({ name, points: String(POINTS) });
  // Over time all points come: the server knows curves by their steps.
  if (axis === 'step' && zoom) {
    query.set('from', String(Math.floor(zoom[0])));
    query.set('to', String(Math.ceil(zoom[1])));
  }
  for (const { id } of runs) query.append('run', id);
  return query.toString();
}

const versionsOf = (runs: readonly RunRow[]): string => runs.map(({ version }) => version).join();

/** The chart in words, for those who do not see it. */
function described(name: string, curves: readonly Curve[], styles: ReadonlyMap<string, Style>): string {
  const few = curves.slice(0, 5).map((curve) => {
    const { first, last, least } = extentOf(curve);
    return `${styles.get(curve.run)?.label ?? curve.run} from ${figure(first)} to ${figure(last)}, least ${figure(least)}`;
  });
  return `${name}: ${few.join('; ') || 'nothing yet'}${curves.length > 5 ? `; and ${curves.length - 5} more runs` : ''}`;
}

interface TableProps {
  readonly curves: readonly Curve[];
  readonly styles: ReadonlyMap<string, Style>;
  readonly axis: Axis;
  readonly format?: (value: number) => string;
}

function CurveTable({ curves, styles, format }: TableProps) {
  const text = (value: number | null): string => (value === null || !format ? figure(value) : format(value));
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label="Figures of the chart">
      <table>
        <thead>
          <tr>
            {['Run', 'First', 'Last', 'Least', 'at', 'Greatest', 'Points'].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.map((curve) => {
            const { first, last, least, leastAt, greatest } = extentOf(curve);
            return (
              <tr key={curve.run}>
                <th scope="row">
                  <i class="swatch" style={{ background: styles.get(curve.run)?.color ?? '' }} />
                  {styles.get(curve.run)?.label}
                </th>
                <td>{text(first)}</td>
                <td>{text(last)}</td>
                <td>{text(least)}</td>
                <td>{leastAt === null ? '' : xText('step', leastAt)}</td>
                <td>{text(greatest)}</td>
                <td>{curve.points.toLocaleString('en')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const memory = (value: number): string => bytes(value, 4);

const SYSTEM: Readonly<Record<string, (value: number) => string>> = {
  'system/memory of the process': memory,
  'system/memory of tensors': memory,
  'system/memory of JavaScript': memory,
  'system/event loop delay': (value) => `${figure(value, 3)} ms`,
};

/** How the processes are that train: over time, as they go on while a step takes long. */
export function System() {
  const runs = useSelected();
  const [zoom, setZoom] = useState<readonly [number, number] | null>(null);
  const { settings } = useBoard();
  const axis: Axis = settings.axis === 'time' ? 'time' : 'relative';
  const names = namesOf(runs).filter((name) => groupOf(name) === 'system');
  if (runs.length === 0) return <NothingChosen />;
  if (names.length === 0) {
    return (
      <Empty title="These runs do not say how their processes are">
        <p>
          A <code>RunDirectory</code> writes it every few seconds: memory of the process and of tensors, and the delay
          of the event loop.
        </p>
      </Empty>
    );
  }
  return (
    <div class="cards">
      <h2 class="hidden">How the processes are</h2>
      {names.map((name) => (
        <CurveCard
          key={name}
          name={name}
          title={name.slice('system/'.length)}
          {...{ runs, axis, zoom, onZoom: setZoom, smoothing: 0 }}
          {...(SYSTEM[name] ? { format: SYSTEM[name] } : {})}
        />
      ))}
    </div>
  );
}
