/** Histograms, pictures and texts: what event files of TensorBoard hold under tags, of one run after another. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HistogramRow, ImageRow, RunDetail, RunRow, TextRow } from '../../protocol';
import { groundOf } from '../model/colors';
import { moment } from '../model/format';
import { useAnswer, useDark, useSeen, useSelected } from '../model/hooks';
import { queryOf } from '../model/server';
import { Ridges } from '../parts/ridges';
import { Empty, Failure, Waiting } from '../parts/small';
import { useStyles } from './curves';

const MOST_RUNS = 12;

/** Asks for the details of each run that is shown, and draws what they have. */
export function EachRun({
  empty,
  children,
}: {
  empty: ComponentChildren;
  children: (detail: RunDetail) => ComponentChildren | null;
}) {
  const runs = useSelected();
  const [filled, setFilled] = useState<Readonly<Record<string, boolean>>>({});
  const shown = runs.slice(0, MOST_RUNS);
  const nothing = shown.length > 0 && shown.every(({ id }) => filled[id] === false);
  if (runs.length === 0)
    return (
      <Empty title="No run is shown">
        <p>Choose runs in the list.</p>
      </Empty>
    );
  return (
    <>
      {shown.map((run) => (
        <RunPart
          key={run.id}
          run={run}
          onFilled={(full) => filled[run.id] !== full && setFilled((all) => ({ ...all, [run.id]: full }))}
        >
          {children}
        </RunPart>
      ))}
      {nothing && empty}
      {runs.length > MOST_RUNS && (
        <p class="nothing">
          The first {MOST_RUNS} of {runs.length} runs are shown.
        </p>
      )}
    </>
  );
}

interface PartProps {
  readonly run: RunRow;
  readonly onFilled: (full: boolean) => void;
  readonly children: (detail: RunDetail) => ComponentChildren | null;
}

function RunPart({ run, onFilled, children }: PartProps) {
  const styles = useStyles();
  const { value, error } = useAnswer<RunDetail>('/api/run', queryOf({ run: run.id }), String(run.version));
  const content = value === null ? null : children(value);
  const full = content !== null;
  useEffect(() => {
    if (value !== null) onFilled(full);
  }, [value === null, full]);
  if (error !== null) return <Failure message={`${run.name}: ${error}`} />;
  if (value === null) return <Waiting label={`Reading ${run.name}`} />;
  if (content === null) return null;
  return (
    <section class="of-run">
      <h2>
        <i class="swatch" style={{ background: styles.get(run.id)?.color ?? '' }} />
        {run.name}
      </h2>
      {content}
    </section>
  );
}

export function Histograms() {
  return (
    <EachRun
      empty={
        <Empty title="No histograms">
          <p>
            <code>new training.TensorBoard(folder, {'{ histogramsEvery: 1 }'})</code> writes those of all parameters;{' '}
            <code>addHistogram</code> of a <code>SummaryWriter</code> any.
          </p>
        </Empty>
      }
    >
      {(detail) =>
        detail.histograms.length === 0 ? null : (
          <div class="cards">
            {detail.histograms.map(({ tag, count }) => (
              <HistogramCard key={tag} run={detail} tag={tag} count={count} />
            ))}
          </div>
        )
      }
    </EachRun>
  );
}

function HistogramCard({ run, tag, count }: { run: RunDetail; tag: string; count: number }) {
  const [see, seen] = useSeen();
  const ground = groundOf(useDark());
  const color = useStyles().get(run.id)?.color ?? ground.text;
  const { value, error } = useAnswer<HistogramRow[]>(
    '/api/histograms',
    queryOf({ run: run.id, tag }),
    String(count),
    seen,
  );
  return (
    <figure class="card" ref={see}>
      <figcaption>
        <h3>{tag}</h3>
        <small>{count} steps</small>
      </figcaption>
      {error !== null && <Failure message={error} />}
      {value === null ? (
        <Waiting label={`Reading ${tag}`} />
      ) : (
        <Ridges rows={value} color={color} ground={ground} label={tag} />
      )}
    </figure>
  );
}

/** Which of the steps is looked at: the last, until somebody moves the slider. */
function useStep(length: number): readonly [number, (at: number | null) => void] {
  const [at, setAt] = useState<number | null>(null);
  return [Math.min(at ?? length - 1, length - 1), setAt];
}

function Steps({
  label,
  length,
  at,
  onChange,
  step,
  time,
}: {
  label: string;
  length: number;
  at: number;
  onChange: (at: number | null) => void;
  step: number;
  time: number | null;
}) {
  return (
    <div class="steps">
      {length > 1 && (
        <input
          type="range"
          min="0"
          max={length - 1}
          value={at}
          aria-label={`Step of ${label}`}
          aria-valuetext={`step ${step}`}
          onInput={(event) => {
            const next = Number(event.currentTarget.value);
            onChange(next === length - 1 ? null : next);
          }}
        />
      )}
      <output>
        step {step} <small>{time === null ? '' : `· ${moment(time)}`}</small>
      </output>
    </div>
  );
}

export function Images() {
  return (
    <EachRun
      empty={
        <Empty title="No pictures">
          <p>
            <code>addImage</code> and <code>addFigure</code> of <code>utils.tensorboard.SummaryWriter</code> write them;
            PNG, JPEG, GIF and WebP are shown.
          </p>
        </Empty>
      }
    >
      {(detail) =>
        detail.images.length === 0 ? null : (
          <div class="cards">
            {detail.images.map(({ tag, count }) => (
              <ImageCard key={tag} run={detail} tag={tag} count={count} />
            ))}
          </div>
        )
      }
    </EachRun>
  );
}

function ImageCard({ run, tag, count }: { run: RunDetail; tag: string; count: number }) {
  const [see, seen] = useSeen();
  const { value, error } = useAnswer<ImageRow[]>('/api/images', queryOf({ run: run.id, tag }), String(count), seen);
  const [at, setAt] = useStep(value?.length ?? 0);
  const row = value?.[at];
  const [broken, setBroken] = useState('');
  const source = row ? `/api/image?${queryOf({ run: run.id, tag, at: row.at, of: count })}` : '';
  return (
    <figure class="card" ref={see}>
      <figcaption>
        <h3>{tag}</h3>
        {row && (
          <small>
            {row.width} × {row.height}
          </small>
        )}
      </figcaption>
      {error !== null && <Failure message={error} />}
      {!row ? (
        <Waiting label={`Reading ${tag}`} />
      ) : (
        <>
          {broken === source ? (
            <p class="failure">This picture cannot be shown: it is no PNG, JPEG, GIF or WebP, or is damaged.</p>
          ) : (
            <img
              class="picture"
              src={source}
              alt={`${tag} at step ${row.step}`}
              loading="lazy"
              onError={() => setBroken(source)}
            />
          )}
          <Steps label={tag} length={value.length} at={at} onChange={setAt} step={row.step} time={row.time} />
        </>
      )}
    </figure>
  );
}

export function Texts() {
  return (
    <EachRun
      empty={
        <Empty title="No texts">
          <p>
            <code>addText</code> of a <code>SummaryWriter</code> writes them.
          </p>
        </Empty>
      }
    >
      {(detail) =>
        detail.texts.length === 0 ? null : (
          <>
            {detail.texts.map(({ tag, count }) => (
              <TextCard key={tag} run={detail} tag={tag} count={count} />
            ))}
          </>
        )
      }
    </EachRun>
  );
}

/** Texts come from anywhere: they are shown as they are, and nothing in them is obeyed. */
function TextCard({ run, tag, count }: { run: RunDetail; tag: string; count: number }) {
  const [see, seen] = useSeen();
  const { value, error } = useAnswer<TextRow[]>('/api/texts', queryOf({ run: run.id, tag }), String(count), seen);
  const [at, setAt] = useStep(value?.length ?? 0);
  const row = value?.[at];
  return (
    <article class="card" ref={see}>
      <header>
        <h3>{tag}</h3>
        <small>{count > 1 ? `${count} steps` : ''}</small>
      </header>
      {error !== null && <Failure message={error} />}
      {!row ? (
        <Waiting label={`Reading ${tag}`} />
      ) : (
        <>
          <pre class="text" tabIndex={0} role="group" aria-label={`${tag} at step ${row.step}`}>
            {row.text}
          </pre>
          <Steps label={tag} length={value.length} at={at} onChange={setAt} step={row.step} time={row.time} />
        </>
      )}
    </article>
  );
}
