/** The checkpoints of a run, and what one holds: what `libtorch-node inspect` says. */
import { useState } from 'preact/hooks';
import type { CheckpointRow, RunDetail } from '../../protocol';
import { ago, bytes, moment } from '../model/format';
import { useAnswer, useBoard } from '../model/hooks';
import { queryOf } from '../model/server';
import { Dialog, Empty, Failure, Waiting } from '../parts/small';
import { EachRun } from './tagged';

export function Checkpoints() {
  return (
    <EachRun
      empty={
        <Empty title="No checkpoints">
          <p>
            A <code>RunDirectory</code> keeps the last one and the best.
          </p>
        </Empty>
      }
    >
      {(detail) => (detail.checkpoints.length === 0 ? null : <OfRun detail={detail} />)}
    </EachRun>
  );
}

function OfRun({ detail }: { detail: RunDetail }) {
  const { now } = useBoard();
  const [open, setOpen] = useState<CheckpointRow | null>(null);
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={`Checkpoints of ${detail.name}`}>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Size</th>
            <th scope="col">Written</th>
            <th scope="col">
              <span class="hidden">Inspect</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.checkpoints.map((row) => (
            <tr key={row.file}>
              <th scope="row">
                <code>{row.file}</code>
              </th>
              <td>{bytes(row.bytes)}</td>
              <td>
                <span title={moment(row.time)}>{ago(row.time, now)}</span>
              </td>
              <td>
                <button type="button" onClick={() => setOpen(row)}>
                  Inspect<span class="hidden"> {row.file}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <Inside run={detail} checkpoint={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

interface Outline {
  readonly format?: string;
  readonly bytes?: number;
  readonly tensors?: readonly {
    readonly name: string;
    readonly dtype: string;
    readonly shape: readonly number[];
    readonly bytes: number;
  }[];
  readonly values?: Readonly<Record<string, unknown>>;
}

const MOST_ROWS = 500;

function Inside({ run, checkpoint, onClose }: { run: RunDetail; checkpoint: CheckpointRow; onClose: () => void }) {
  const { value, error } = useAnswer<Outline>(
    '/api/inspect',
    queryOf({ run: run.id, file: checkpoint.file }),
    String(checkpoint.time),
  );
  const tensors = value?.tensors ?? [];
  const values = Object.entries(value?.values ?? {});
  return (
    <Dialog title={checkpoint.file} onClose={onClose}>
      {error !== null && <Failure message={error} />}
      {value === null && error === null && <Waiting label="Looking into the file" />}
      {value && (
        <>
          <p>
            {value.format}, {bytes(value.bytes)}, {tensors.length} tensors
          </p>
          <div class="scroll tall" tabIndex={0} role="group" aria-label="Tensors of the checkpoint">
            <table class="list">
              <thead>
                <tr>
                  <th scope="col">Tensor</th>
                  <th scope="col">Type</th>
                  <th scope="col">Shape</th>
                  <th scope="col">Size</th>
                </tr>
              </thead>
              <tbody>
                {tensors.slice(0, MOST_ROWS).map(({ name, dtype, shape, bytes: size }) => (
                  <tr key={name}>
                    <th scope="row">
                      <code>{name}</code>
                    </th>
                    <td>{dtype}</td>
                    <td>[{shape.join(', ')}]</td>
                    <td>{bytes(size)}</td>
                  </tr>
                ))}
                {values.slice(0, MOST_ROWS).map(([name, one]) => (
                  <tr key={name}>
                    <th scope="row">
                      <code>{name}</code>
                    </th>
                    <td colSpan={3}>{(typeof one === 'string' ? one : JSON.stringify(one)).slice(0, 200)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Dialog>
  );
}
