/* global document, EventSource, window */
// Shows one run live: its events feed the figures, the two charts and the buttons.

const at = (id) => document.getElementById(id);
const BUTTONS = ['pause', 'resume', 'stop', 'restart'];
const FINAL = ['finished', 'stopped', 'aborted', 'failed'];

let current = null;
let source = null;

async function ask(method, url, body, type = 'application/json') {
  const reply = await fetch(url, { method, body, headers: body === undefined ? {} : { 'content-type': type } });
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

const grid = { stroke: '#8886', width: 1 };

/** A chart over steps whose series are filled one point at a time. */
class Chart {
  constructor(element, names, range) {
    const colours = ['#4c78a8', '#e4572e'];
    const series = names.map((label, i) => ({ label, stroke: colours[i], width: 2, spanGaps: true }));
    const axis = { grid, ticks: grid, stroke: '#888' };
    const options = {
      width: element.clientWidth || 800,
      height: 220,
      scales: { x: { time: false }, y: range ? { range } : {} },
      axes: [axis, axis],
      series: [{ label: 'step' }, ...series],
    };
    this.data = [[], ...names.map(() => [])];
    this.plot = new window.uPlot(options, this.data, element);
    this.pending = false;
  }

  /** Values by the position of their series. */
  add(step, values) {
    const [steps, ...series] = this.data;
    if (steps.at(-1) !== step) {
      steps.push(step);
      for (const one of series) one.push(null);
    }
    for (const [i, value] of Object.entries(values)) series[i][steps.length - 1] = value;
    this.draw();
  }

  clear() {
    for (const one of this.data) one.length = 0;
    this.draw();
  }

  /** Many events may come between two frames. */
  draw() {
    if (this.pending) return;
    this.pending = true;
    window.requestAnimationFrame(() => {
      this.pending = false;
      this.plot.setData(this.data);
    });
  }
}

const losses = new Chart(at('losses'), ['training', 'held out']);
const accuracies = new Chart(at('accuracies'), ['training', 'held out'], [0, 1]);

// One run -------------------------------------------------------------------------------------------------------------

let epochs = 1;

const show = {
  start({ maxEpochs }) {
    epochs = maxEpochs;
  },
  step({ step, epoch, batch, batches, loss, lr, rate }) {
    losses.add(step, [loss]);
    at('step').textContent = step;
    at('loss').textContent = loss.toFixed(4);
    at('lr').textContent = lr[0].toPrecision(2);
    at('rate').textContent = Math.round(rate);
    at('progress').value = (epoch + (batch + 1) / (batches ?? Infinity)) / epochs;
  },
  epochEnd({ step, train, validation }) {
    losses.add(step, { 1: validation?.loss });
    accuracies.add(step, [train.metrics.accuracy, validation?.metrics.accuracy]);
    at('accuracy').textContent = (validation ?? train).metrics.accuracy.toFixed(3);
  },
  status({ resident, eventLoopDelay }) {
    at('memory').textContent = `${Math.round(resident / 2 ** 20)} MB`;
    at('delay').textContent = `${eventLoopDelay.toFixed(1)} ms`;
  },
  warning({ message }) {
    say(message);
  },
  state({ state, error }) {
    at('state').textContent = state;
    if (error) say(error);
    enable(state);
    if (FINAL.includes(state)) source?.close();
    void list();
  },
};

function enable(state) {
  const going = state === 'running' || state === 'paused';
  at('pause').disabled = state !== 'running';
  at('resume').disabled = state !== 'paused';
  at('stop').disabled = !going && state !== 'queued';
  at('restart').disabled = !['stopped', 'aborted', 'failed'].includes(state);
}

function watch(id) {
  source?.close();
  current = id;
  losses.clear();
  accuracies.clear();
  say('');
  for (const figure of ['step', 'loss', 'accuracy', 'lr', 'rate']) at(figure).textContent = '–';
  at('progress').value = 0;
  source = new EventSource(`/runs/${id}/events`);
  for (const [type, handle] of Object.entries(show)) {
    source.addEventListener(type, ({ data }) => handle(JSON.parse(data)));
  }
}

async function list() {
  const runs = await ask('GET', '/runs');
  const items = runs.reverse().map((run) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.textContent = `${new Date(run.created).toLocaleTimeString()} ${run.source}, ${run.state}`;
    button.setAttribute('aria-current', String(run.id === current));
    button.addEventListener('click', () => watch(run.id));
    item.append(button);
    return item;
  });
  at('runs').replaceChildren(...items);
  return runs;
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
    await list();
  });
});

for (const name of BUTTONS) {
  at(name).addEventListener('click', () => {
    void attempt(async () => {
      if (name === 'stop') return ask('DELETE', `/runs/${current}`);
      await ask('POST', `/runs/${current}/${name}`);
      if (name === 'restart') watch(current);
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

void list().then(([newest]) => {
  if (newest) watch(newest.id);
});
