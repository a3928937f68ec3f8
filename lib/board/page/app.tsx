/** The frame of the page: the head, the list of runs beside, and one of the views. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useBoard, useStore } from './model/hooks';
import { type Connection, type Theme, VIEWS, type View } from './model/store';
import { Dialog, Empty, Waiting } from './parts/small';
import { Checkpoints } from './views/checkpoints';
import { Curves, System } from './views/curves';
import { RunList } from './views/list';
import { Matrices } from './views/matrices';
import { Overview } from './views/overview';
import { Parameters } from './views/parameters';
import { Histograms, Images, Texts } from './views/tagged';

const TABS: Readonly<Record<View, readonly [title: string, view: ComponentType]>> = {
  curves: ['Curves', Curves],
  parameters: ['Parameters', Parameters],
  confusion: ['Confusion', Matrices],
  histograms: ['Histograms', Histograms],
  images: ['Images', Images],
  text: ['Text', Texts],
  system: ['System', System],
  checkpoints: ['Checkpoints', Checkpoints],
};

export function App() {
  const { settings, loaded, runs, selected } = useBoard();
  const [help, setHelp] = useState(false);
  const [drawer, setDrawer] = useState(false);
  useEffect(() => {
    if (settings.theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = settings.theme;
  }, [settings.theme]);
  useKeys(() => setHelp(true));
  return (
    <>
      <a class="skip" href="#view" onClick={skip}>
        To the curves
      </a>
      <Head onHelp={() => setHelp(true)} />
      <Lost />
      <div class="frame">
        <aside class={drawer ? 'open' : ''} aria-label="Runs">
          <button type="button" class="drawer" aria-expanded={drawer} onClick={() => setDrawer(!drawer)}>
            Runs{' '}
            <small>
              {selected.length} of {runs.size} shown
            </small>
          </button>
          <div class="inner">{loaded ? <RunList /> : <Waiting label="Reading runs" />}</div>
        </aside>
        <main id="view" tabIndex={-1}>
          {loaded && runs.size === 0 ? <NoRuns /> : <Body />}
        </main>
      </div>
      {help && <Help onClose={() => setHelp(false)} />}
    </>
  );
}

/** The address holds what is shown, so a link to a part of the page would change that. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('view')?.focus();
}

function Body() {
  const store = useStore();
  const { view } = useBoard();
  const [, View] = TABS[view];
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = VIEWS[(VIEWS.indexOf(view) + by + VIEWS.length) % VIEWS.length] as View;
    store.view(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <>
      <Overview />
      <div class="tabs" role="tablist" aria-label="Views" onKeyDown={move}>
        {VIEWS.map((name) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`tab-${name}`}
            aria-selected={name === view}
            aria-controls="panel"
            tabIndex={name === view ? 0 : -1}
            onClick={() => store.view(name)}
          >
            {TABS[name][0]}
          </button>
        ))}
      </div>
      <div class="panel" role="tabpanel" id="panel" aria-labelledby={`tab-${view}`}>
        <View />
      </div>
    </>
  );
}

const CONNECTIONS: Readonly<Record<Connection, string>> = {
  connecting: 'connecting',
  live: 'live',
  lost: 'not connected',
};

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

function Head({ onHelp }: { onHelp: () => void }) {
  const store = useStore();
  const { folder, connection, settings } = useBoard();
  const next = THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length] as Theme;
  return (
    <header class="head">
      <span class="brand">
        <img src="/icon.svg" alt="" width="22" height="22" /> Runs
      </span>
      <code class="folder" title={folder}>
        {folder}
      </code>
      <span class={`connection ${connection}`} role="status">
        <i aria-hidden="true" />
        {CONNECTIONS[connection]}
      </span>
      <button
        type="button"
        class="plain"
        onClick={() => store.change({ theme: next })}
        title="Light, dark, or as the system"
      >
        <span class="hidden">Theme: </span>
        {settings.theme === 'system' ? 'Auto' : settings.theme === 'light' ? 'Light' : 'Dark'}
      </button>
      <button type="button" class="plain" onClick={onHelp} aria-label="Keys" title="Keys (?)">
        ?
      </button>
    </header>
  );
}

function Lost() {
  const { connection } = useBoard();
  return (
    <div role="alert" class={connection === 'lost' ? 'offline' : 'hidden'}>
      {connection === 'lost' &&
        'The server does not answer. What is shown is the last that it told; the page goes on when it is back.'}
    </div>
  );
}

function NoRuns() {
  const { folder, found } = useBoard();
  return (
    <>
      <h1 class="hidden">Training runs</h1>
      <Empty title={found ? 'No runs yet' : 'There is no such folder yet'}>
        <p>
          Runs in <code>{folder}</code> appear here as soon as they write their first event:
        </p>
        <pre tabIndex={0}>{`const directory = new training.RunDirectory(
  'runs/first',
  { config: { lr: 0.001 } },
);
const trainer = new training.Trainer({
  …, callbacks: directory.callbacks,
});`}</pre>
        <p>Folders with event files of TensorBoard are runs, too.</p>
      </Empty>
    </>
  );
}

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'Filter runs'],
  ['1 … 8', 'Views'],
  ['j, k', 'Next and previous run alone'],
  ['l', 'Logarithmic axis'],
  ['[, ]', 'Less and more smoothing'],
  ['t', 'Light, dark, or as the system'],
  ['+, −, ←, →, 0', 'Zoom, move and show all, on a chart'],
  ['?', 'This list'],
];

function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>
        The filter takes words of names and settings, and comparisons: <code>lr&lt;0.01</code>,{' '}
        <code>validation/loss&lt;0.3</code>, <code>state=failed</code>; <code>!word</code> leaves out.
      </p>
    </Dialog>
  );
}

/** Keys that work everywhere but where somebody writes. */
function useKeys(onHelp: () => void): void {
  const store = useStore();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, select, textarea, dialog')) return;
      const act = actionOf(event.key, store, onHelp);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

function actionOf(key: string, store: ReturnType<typeof useStore>, onHelp: () => void): (() => void) | undefined {
  const { settings } = store.state;
  const smooth = (by: number): void =>
    store.change({ smoothing: Math.max(0, Math.min(0.99, Number((settings.smoothing + by).toFixed(2)))) });
  const view = VIEWS[Number(key) - 1];
  // On a chart, 0 and the signs are its own.
  if (view) return () => store.view(view);
  const actions: Readonly<Record<string, () => void>> = {
    '/': () => document.getElementById('filter')?.focus(),
    '?': onHelp,
    l: () => store.change({ log: !settings.log }),
    '[': () => smooth(-0.1),
    ']': () => smooth(0.1),
    t: () => store.change({ theme: THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length] }),
    j: () => step(store, 1),
    k: () => step(store, -1),
  };
  return actions[key];
}

/** Shows the next run of the list alone. */
function step(store: ReturnType<typeof useStore>, by: number): void {
  const items = [...document.querySelectorAll<HTMLElement>('[data-run]')].map(({ dataset }) => dataset['run'] ?? '');
  const at = items.indexOf(store.state.selected.at(-1) ?? '');
  const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
  if (next === undefined) return;
  store.select([next]);
  document.querySelector(`[data-run="${next}"]`)?.scrollIntoView({ block: 'nearest' });
}
