/** Small parts that several views share. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RunState } from '../../protocol';

const STATES: Readonly<Record<RunState, string>> = {
  running: 'running',
  paused: 'paused',
  finished: 'finished',
  stopped: 'stopped',
  aborted: 'aborted',
  failed: 'failed',
  killed: 'killed',
  unreadable: 'unreadable',
  unknown: 'event files',
};

/** The state in words; its mark is for those who see it at a glance. */
export function StateBadge({ state }: { state: RunState }) {
  return (
    <span class={`state ${state}`}>
      <i aria-hidden="true" />
      {STATES[state]}
    </span>
  );
}

const [WIDE, HIGH] = [92, 26];

/** The course of a loss, without axes; gaps are values that are not finite. */
export function Sparkline({ values, color }: { values: readonly (number | null)[]; color: string }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <svg class="spark" width={WIDE} height={HIGH} aria-hidden="true" />;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const y = (value: number): number => HIGH - 3 - ((value - least) / (most - least || 1)) * (HIGH - 6);
  const x = (i: number): number => 1 + (i / (values.length - 1)) * (WIDE - 2);
  const path = values
    .map((value, i) =>
      value === null ? '' : `${i > 0 && values[i - 1] != null ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
  return (
    <svg class="spark" width={WIDE} height={HIGH} viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
      <path d={path} fill="none" stroke={color} stroke-width="1.5" stroke-linejoin="round" />
    </svg>
  );
}

/** What stands where there is nothing to show: what it would be, and how to get it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg viewBox="0 0 64 40" aria-hidden="true">
        <path d="M4 6v30h56" />
        <path d="M10 12c6 14 14 19 46 20" class="dim" />
      </svg>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Failure({ message }: { message: string }) {
  return (
    <p class="failure" role="alert">
      {message}
    </p>
  );
}

/** Lines that stand for what is on its way, where it takes long enough to be seen. */
export function Waiting({ label }: { label: string }) {
  return (
    <div class="waiting" role="status">
      <span class="hidden">{label} …</span>
    </div>
  );
}

/** Which of a few things is shown, as buttons in one piece. */
export function Choice<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly (readonly [T, string])[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <div class="choice" role="group" aria-label={label}>
      {options.map(([option, text]) => (
        <button type="button" key={option} aria-pressed={option === value} onClick={() => onChange(option)}>
          {text}
        </button>
      ))}
    </div>
  );
}

/** A window above the page, which Escape closes; the browser keeps the focus in it. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="plain" onClick={onClose} aria-label="Close">
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}
