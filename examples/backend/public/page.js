/* global document, EventSource, location, window */
// Shows one run live. One stream brings the list of runs, whenever it changes, and the events of the run that is shown.

const at = (id) => document.getElementById(id);
const BUTTONS = ['pause', 'resume', 'stop', 'restart'];
const RETRY_MS = 2000;

/** The run that is shown, by its id, and the runs as the server has last told them. */
let current = null;
let runs = [];
let source = null;

async function ask(method, url, body, type = 'application/json') {
  const headers = body === undefined ? {} : { 'content-type': type };
  const reply = await fetch(url, { method, body, headers }).catch(() => {
    throw new Error('the server does not answer');
  });
  const answer = await reply.json();
  if (!reply.ok) throw new Error(answer.message);
  return answer;
}

function say(text) {
  at('message').textContent = text;
}

/** Runs what a button does; what goes wrong is said beside it. */
async function attempt(act) {
  say('');
  try {
    await act();
  } catch (error) {
    say(error.message);
  }
}

// Charts --------------------------------------------------------------------------------------------------------------

const grid = { stroke: '#8883', width: 1 };

/** A chart over steps whose series are filled one point at a time. */
class Chart {
  constructor(element, title, names, range) {
    // The first colours of the board; they can be told apart on light and on dark ground.
    const colors = window.matchMedia('(prefers-color-scheme: dark)').matches
      ? ['#83acff', '#ff9d62']
      : ['#2f5fd0', '#c2500f'];
    const series = names.map((label, i) => ({ label, stroke: colors[i], width: 2, spanGaps: true }));
    const axis = { grid, ticks: grid, stroke: '#888' };
    const options = {
      width: element.clientWidth || 800,
      height: 220,
      scales: { x: { time: false }, y: range ? { range } : {} },
      axes: [axis, axis],
      series: [{ label: 'step' }, ...series],
    };
    this.element = element;
    this.title = title;
    this.names = names;
    this.data = [[], ...names.map(() => [])];
    this.plot = new window.uPlot(options, this.data, element);
    this.pending = false;
    window.addEventListener('resize', () => this.plot.setSize({ width: element.clientWidth, height: options.height }));
  }

  /** Values by the position of their series. */
  add(step, values) {
    const [steps, ...series] = this.data;
    if (steps.at(-1) !== step) {
      steps.push(step);
      for (const one of series) one.push(null);
    }
    for (const [i, value] of Object.entries(values)) series[i][steps.length - 1] = value ?? null;
    this.draw();
  }

  /** Forgets what came after a step: a run that goes on does those steps again. */
  cut(step) {
    const [steps] = this.data;
    const kept = steps.filter((one) => one <= step).length;
    for (const one of this.data) one.length = kept;
    this.draw();
  }

  /** Many events may come between two frames. */
  draw() {
    if (this.pending) return;
    this.pending = true;
    window.requestAnimationFrame(() => {
      this.pending = false;
      this.plot.setData(this.data);
      this.element.setAttribute('aria-label', `${this.title}: ${this.describe()}`);
    });
  }

  /** What the lines show, in words: where each began and where it is. */
  describe() {
    const [steps, ...series] = this.data;
    const parts = series.flatMap((values, i) => {
      const known = steps.flatMap((step, j) => (values[j] === null ? [] : [[step, values[j]]]));
      if (known.length === 0) return [];
      const [[first, from], [last, to]] = [known[0], known.at(-1)];
      const change = known.length > 1 ? `${from.toFixed(3)} at step ${first}, ${to.toFixed(3)}` : to.toFixed(3);
      return [`${this.names[i]} ${change} at step ${last}`];
    });
    return parts.length > 0 ? parts.join('; ') : 'nothing yet';
  }
}

const losses = new Chart(at('losses'), 'Loss', ['training', 'held out']);
const accuracies = new Chart(at('accuracies'), 'Accuracy', ['training', 'held out'], [0, 1]);

// One run -------------------------------------------------------------------------------------------------------------

const runOf = (id) => runs.find((run) => run.id === id);

const show = {
  runs(list) {
    runs = list;
    renderList();
    // A page without a run shows the newest.
    if (runOf(current)) renderState(runOf(current));
    else if (runs.length > 0) watch(runs.at(-1).id);
  },
  start({ step }) {
    losses.cut(step);
    accuracies.cut(step);
    for (const row of [...at('epochs').rows]) if (Number(row.dataset.step) > step) row.remove();
    if (step === 0) clearFigures();
  },
  step({ step, epoch, batch, batches, loss, lr, rate }) {
    losses.add(step, [loss]);
    at('step').textContent = step;
    at('loss').textContent = (loss ?? NaN).toFixed(4);
    at('lr').textContent = lr[0].toPrecision(2);
    at('rate').textContent = Math.round(rate);
    const epochs = runOf(current)?.options.epochs ?? 1;
    at('progress').value = (epoch + (batch + 1) / (batches ?? Infinity)) / epochs;
  },
  epochEnd({ epoch, step, train, validation }) {
    losses.add(step, { 1: validation?.loss });
    accuracies.add(step, [train.metrics.accuracy, validation?.metrics.accuracy]);
    at('accuracy').textContent = (validation ?? train).metrics.accuracy.toFixed(3);
    const row = at('epochs').insertRow();
    row.dataset.step = step;
    const held = validation ? [validation.loss, validation.metrics.accuracy] : [NaN, NaN];
    const figures = [train.loss, held[0], train.metrics.accuracy, held[1]];
    for (const text of [epoch + 1, step, ...figures.map((figure) => (figure ?? NaN).toFixed(3))]) {
      row.insertCell().textContent = text;
    }
  },
  status({ resident, eventLoopDelay }) {
    at('memory').textContent = `${Math.round(resident / 2 ** 20)} MB`;
    at('delay').textContent = `${eventLoopDelay.toFixed(1)} ms`;
  },
  warning({ message }) {
    say(message);
  },
};

/** The state and what can be done in it: as the list of runs says, not as events of the past did. */
function renderState({ state, error }) {
  at('state').textContent = state;
  if (error) say(error);
  at('pause').disabled = state !== 'running';
  at('resume').disabled = state !== 'paused';
  at('stop').disabled = !['queued', 'running', 'paused'].includes(state);
  at('restart').disabled = !['stopped', 'aborted', 'interrupted', 'failed'].includes(state);
}

function renderList() {
  const items = [...runs].reverse().map((run) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.textContent = `${new Date(run.created).toLocaleTimeString()} ${run.source}, ${run.state}`;
    button.setAttribute('aria-current', String(run.id === current));
    button.addEventListener('click', () => watch(run.id));
    item.append(button);
    return item;
  });
  at('runs').replaceChildren(...items);
}

function clearFigures() {
  for (const figure of ['step', 'loss', 'accuracy', 'lr', 'rate']) at(figure).textContent = '–';
  at('progress').value = 0;
}

/** Shows a run. Its id is kept in the address, so that a page that is reloaded shows it again. */
function watch(id) {
  current = id;
  if (id !== null) window.history.replaceState(null, '', `#${id}`);
  losses.cut(-1);
  accuracies.cut(-1);
  at('epochs').replaceChildren();
  clearFigures();
  say('');
  listen();
}

function listen() {
  source?.close();
  const opened = (source = new EventSource(current === null ? '/events' : `/events?run=${current}`));
  opened.addEventListener('open', () => (at('offline').hidden = true));
  opened.addEventListener('error', () => {
    at('offline').hidden = false;
    // The browser tries again by itself, except where it was answered with something else.
    if (opened.readyState === EventSource.CLOSED) setTimeout(() => source === opened && listen(), RETRY_MS);
  });
  for (const [type, handle] of Object.entries(show)) {
    opened.addEventListener(type, ({ data }) => handle(JSON.parse(data)));
  }
}

// Forms and buttons ---------------------------------------------------------------------------------------------------

at('start').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  const query = `epochs=${form.epochs.value}&lr=${form.lr.value}`;
  const [file] = form.file.files;
  void attempt(async () => {
    const run = file
      ? await ask('POST', `/train?${query}`, await file.text(), 'text/csv')
      : await ask('POST', `/train?${query}`, JSON.stringify({ source: 'spam' }));
    watch(run.id);
  });
});

for (const name of BUTTONS) {
  at(name).addEventListener('click', () => {
    void attempt(async () => {
      if (name === 'stop') return ask('DELETE', `/runs/${current}`);
      await ask('POST', `/runs/${current}/${name}`);
    });
  });
}

at('classify').addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(async () => {
    const { label, probabilities } = await ask('POST', '/predict', JSON.stringify({ text: event.target.text.value }));
    at('answer').textContent = `${label} (${(100 * probabilities[label]).toFixed(1)} %)`;
  });
});

const asked = location.hash.slice(1);
watch(/^[0-9a-f-]{36}$/.test(asked) ? asked : null);
