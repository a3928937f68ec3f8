/** Confusion matrices: how often each class was taken for each. */
import type { MatrixRow, RunDetail } from '../../protocol';
import { useState } from 'preact/hooks';
import { whole } from '../model/format';
import { Empty, Choice } from '../parts/small';
import { EachRun } from './tagged';

/** Above this, numbers would not fit: the shades say it, and the title of each cell. */
const MOST_NUMBERS = 16;

export function Matrices() {
  return (
    <EachRun
      empty={
        <Empty title="No confusion matrices">
          <p>
            A Trainer with <code>{'metrics: { confusion: new training.ConfusionMatrix(3) }'}</code> counts one in each
            epoch.
          </p>
        </Empty>
      }
    >
      {(detail) => (detail.matrices.length === 0 ? null : <OfRun detail={detail} />)}
    </EachRun>
  );
}

function OfRun({ detail: { matrices } }: { detail: RunDetail }) {
  const names = [...new Set(matrices.map(({ name }) => name))];
  return (
    <div class="cards">
      {names.map((name) => (
        <MatrixCard key={name} name={name} rows={matrices.filter((row) => row.name === name)} />
      ))}
    </div>
  );
}

const SHARES = [
  ['row', 'per true class'],
  ['column', 'per predicted'],
  ['all', 'of all'],
] as const;

function MatrixCard({ name, rows }: { name: string; rows: readonly MatrixRow[] }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [share, setShare] = useState<'row' | 'column' | 'all'>('row');
  const at = Math.min(chosen ?? rows.length - 1, rows.length - 1);
  const row = rows[at];
  if (!row) return null;
  const { counts, step, epoch } = row;
  const total = counts.flat().reduce((a, b) => a + b, 0);
  const right = counts.reduce((sum, one, i) => sum + (one[i] ?? 0), 0);
  return (
    <figure class="card">
      <figcaption>
        <h3>{name}</h3>
        <small>{total > 0 ? `${((100 * right) / total).toFixed(1)} % right` : 'no samples'}</small>
      </figcaption>
      <Grid counts={counts} share={share} label={`${name} after epoch ${epoch}`} />
      <div class="steps">
        {rows.length > 1 && (
          <input
            type="range"
            min="0"
            max={rows.length - 1}
            value={at}
            aria-label={`Epoch of ${name}`}
            aria-valuetext={`epoch ${epoch}`}
            onInput={(event) => setChosen(Number(event.currentTarget.value))}
          />
        )}
        <output>
          epoch {epoch}, step {step}
        </output>
        <Choice label={`Shades of ${name}`} options={SHARES} value={share} onChange={setShare} />
      </div>
    </figure>
  );
}

function Grid({
  counts,
  share,
  label,
}: {
  counts: MatrixRow['counts'];
  share: 'row' | 'column' | 'all';
  label: string;
}) {
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const columns = counts.map((_, j) => sum(counts.map((row) => row[j] ?? 0)));
  const all = sum(columns);
  const partOf = (i: number, j: number): number => {
    const whole_ = share === 'row' ? sum(counts[i] ?? []) : share === 'column' ? (columns[j] ?? 0) : all;
    return whole_ > 0 ? (counts[i]?.[j] ?? 0) / whole_ : 0;
  };
  const numbers = counts.length <= MOST_NUMBERS;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={label}>
      <table class={numbers ? 'matrix' : 'matrix small'}>
        <caption>rows: true class, columns: predicted</caption>
        <thead>
          <tr>
            <td />
            {counts.map((_, j) => (
              <th scope="col" key={j}>
                {numbers || j % 10 === 0 ? j : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row, i) => (
            <tr key={i}>
              <th scope="row">{numbers || i % 10 === 0 ? i : ''}</th>
              {row.map((count, j) => {
                const part = partOf(i, j);
                return (
                  <td
                    key={j}
                    class={`${i === j ? 'right' : 'wrong'}${part > 0.55 ? ' full' : ''}`}
                    style={{ '--part': `${(part * 100).toFixed(1)}%` }}
                    title={`true ${i}, predicted ${j}: ${count} (${(part * 100).toFixed(1)} %)`}
                  >
                    {numbers ? whole(count) : ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
