/**
 * Proximal policy optimization: an agent learns to balance a pole on a cart. The cart is Gymnasium's CartPole-v1, written
 * here in TypeScript. An episode ends when the pole falls, or after 500 steps with the highest return, 500.
 *
 *   node scripts/run-ts.cjs examples/ppo.ts [--iterations 60] [--seed 1]
 */
import { parseArgs } from 'node:util';
import * as torch from 'libtorch-node';
import { distributions, nn, optim, type Tensor } from 'libtorch-node';

const { values: flags } = parseArgs({
  options: { iterations: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const ITERATIONS = Number(flags.iterations);
torch.manualSeed(Number(flags.seed));
// Networks this small gain nothing from a second thread.
torch.setNumThreads(1);

// 1. The environment -------------------------------------------------------------------------------------------------
// Barto, Sutton and Anderson's cart-pole with the constants of Gymnasium, integrated by Euler's method.

const GRAVITY = 9.8;
const POLE_MASS = 0.1;
const TOTAL_MASS = 1 + POLE_MASS;
const HALF_LENGTH = 0.5;
const FORCE = 10;
const SECONDS = 0.02;
const MOST_ANGLE = (12 * 2 * Math.PI) / 360;
const MOST_DISTANCE = 2.4;
const MOST_STEPS = 500;

type State = [x: number, velocity: number, angle: number, turning: number];

class CartPole {
  state: State = [0, 0, 0, 0];
  steps = 0;

  reset(): State {
    this.steps = 0;
    this.state = new distributions.Uniform(-0.05, 0.05).sample([4]).tolist() as State;
    return this.state;
  }

  /** Pushes the cart to the left (0) or to the right (1). Returns whether the episode has ended. */
  step(action: number): boolean {
    const [x, velocity, angle, turning] = this.state;
    const force = action === 1 ? FORCE : -FORCE;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const push = (force + POLE_MASS * HALF_LENGTH * turning ** 2 * sin) / TOTAL_MASS;
    const angular = (GRAVITY * sin - cos * push) / (HALF_LENGTH * (4 / 3 - (POLE_MASS * cos ** 2) / TOTAL_MASS));
    const linear = push - (POLE_MASS * HALF_LENGTH * angular * cos) / TOTAL_MASS;
    this.state = [
      x + SECONDS * velocity,
      velocity + SECONDS * linear,
      angle + SECONDS * turning,
      turning + SECONDS * angular,
    ];
    this.steps++;
    const fell = Math.abs(this.state[0]) > MOST_DISTANCE || Math.abs(this.state[2]) > MOST_ANGLE;
    return fell || this.steps >= MOST_STEPS;
  }
}

// 2. The agent -------------------------------------------------------------------------------------------------------
// One network says how likely each action should be, the other one how much return to expect.

function network(outputs: number, gain: number): nn.Sequential {
  const layer = (from: number, to: number, scale: number): nn.Linear => {
    const linear = new nn.Linear(from, to);
    nn.init.orthogonal_(linear.weight, scale);
    nn.init.zeros_(linear.bias!);
    return linear;
  };
  return new nn.Sequential(
    layer(4, 64, Math.SQRT2),
    new nn.Tanh(),
    layer(64, 64, Math.SQRT2),
    new nn.Tanh(),
    layer(64, outputs, gain),
  );
}

class Agent extends nn.Module {
  readonly actor = network(2, 0.01);
  readonly critic = network(1, 1);

  /** The distribution of actions, and the expected return. */
  override forward(states: Tensor): [distributions.Categorical, Tensor] {
    const policy = new distributions.Categorical({ logits: this.actor.forward(states), validateArgs: false });
    return [policy, this.critic.forward(states).squeeze(-1)];
  }
}

// 3. Experience ------------------------------------------------------------------------------------------------------
// Eight carts run side by side for 128 steps. Advantages say how much better an action was than expected
// (generalized advantage estimation).

const CARTS = 8;
const STEPS = 128;
const DISCOUNT = 0.99;
const LAMBDA = 0.95;

const carts = Array.from({ length: CARTS }, () => new CartPole());
let states = carts.map((cart) => cart.reset());
const finished: number[] = [];

interface Experience {
  readonly states: Tensor;
  readonly actions: Tensor;
  readonly logProbs: Tensor;
  readonly advantages: Tensor;
  readonly returns: Tensor;
}

function collect(agent: Agent): Experience {
  const seen: { states: Tensor; actions: Tensor; logProbs: Tensor; values: Tensor; ended: number[] }[] = [];
  for (let t = 0; t < STEPS; t++) {
    const batch = torch.tensor(states, { dtype: torch.float32 });
    const [policy, values] = agent.forward(batch);
    const actions = policy.sample();
    seen.push({ states: batch, actions, logProbs: policy.logProb(actions), values, ended: act(actions) });
  }
  const [, last] = agent.forward(torch.tensor(states, { dtype: torch.float32 }));
  const advantages: Tensor[] = [];
  let [next, advantage] = [last, torch.zeros([CARTS])];
  for (const { values, ended } of seen.toReversed()) {
    const goesOn = torch.tensor(ended, { dtype: torch.float32 }).neg().add(1);
    const surprise = next.mul(goesOn).mul(DISCOUNT).add(1).sub(values);
    advantage = surprise.add(advantage.mul(goesOn).mul(DISCOUNT * LAMBDA));
    advantages.unshift(advantage);
    next = values;
  }
  const join = (tensors: Tensor[]): Tensor => torch.cat(tensors);
  const gained = join(advantages);
  return {
    states: join(seen.map((one) => one.states)),
    actions: join(seen.map((one) => one.actions)),
    logProbs: join(seen.map((one) => one.logProbs)),
    advantages: gained,
    returns: gained.add(join(seen.map((one) => one.values))),
  };
}

/** Moves all carts; 1 for each whose episode has ended and that begins anew. */
function act(actions: Tensor): number[] {
  const chosen = actions.tolist() as number[];
  const ended = carts.map((cart, i) => cart.step(chosen[i]!));
  states = carts.map((cart, i) => {
    if (!ended[i]) return cart.state;
    finished.push(cart.steps);
    return cart.reset();
  });
  return ended.map(Number);
}

// 4. Learning --------------------------------------------------------------------------------------------------------
// The policy moves towards actions with an advantage, but its probabilities by no more than a fifth.

const EPOCHS = 4;
const BATCH = 256;
const CLIP = 0.2;

function lossOf(agent: Agent, sample: Experience): Tensor {
  const [policy, values] = agent.forward(sample.states);
  const ratio = policy.logProb(sample.actions).sub(sample.logProbs).exp();
  const advantages = sample.advantages.sub(sample.advantages.mean()).div(sample.advantages.std().add(1e-8));
  const clipped = ratio.clamp(1 - CLIP, 1 + CLIP);
  const policyLoss = torch.minimum(ratio.mul(advantages), clipped.mul(advantages)).mean().neg();
  const valueLoss = values.sub(sample.returns).pow(2).mean().mul(0.5);
  return policyLoss.add(valueLoss.mul(0.5)).sub(policy.entropy().mean().mul(0.01));
}

function learn(agent: Agent, optimizer: optim.Optimizer, experience: Experience): void {
  const names = Object.keys(experience) as (keyof Experience)[];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const rows of torch.randperm(CARTS * STEPS).split(BATCH)) {
      torch.scope(() => {
        const part = names.map((name) => [name, experience[name].indexSelect(0, rows)]);
        optimizer.zeroGrad();
        lossOf(agent, Object.fromEntries(part) as Experience).backward();
        nn.utils.clipGradNorm_(agent.parameters(), 0.5);
        optimizer.step();
      });
    }
  }
}

const agent = new Agent();
const optimizer = new optim.Adam(agent.parameters(), { lr: 2.5e-3, eps: 1e-5 });
const schedule = new optim.lrScheduler.LinearLR(optimizer, { startFactor: 1, endFactor: 0, totalIters: ITERATIONS });
const started = performance.now();
for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
  torch.scope(() =>
    learn(
      agent,
      optimizer,
      torch.noGrad(() => collect(agent)),
    ),
  );
  schedule.step();
  if (iteration % 10 > 0 && iteration < ITERATIONS) continue;
  const recent = finished.slice(-20);
  const mean = recent.reduce((sum, steps) => sum + steps, 0) / recent.length;
  console.log(`iteration ${iteration}: ${iteration * CARTS * STEPS} steps, mean return ${mean.toFixed(1)}`);
}

// 5. The result ------------------------------------------------------------------------------------------------------
// Twenty episodes in which the agent takes what it thinks is best.

const returns = torch.noGrad(() =>
  Array.from({ length: 20 }, () => {
    const cart = new CartPole();
    cart.reset();
    let ended = false;
    while (!ended) {
      ended = torch.scope(() => {
        const [policy] = agent.forward(torch.tensor([cart.state], { dtype: torch.float32 }));
        return cart.step(Number(policy.mode.item()));
      });
    }
    return cart.steps;
  }),
);
const average = returns.reduce((sum, steps) => sum + steps, 0) / returns.length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`mean return of ${returns.length} episodes: ${average.toFixed(1)} of ${MOST_STEPS}, after ${seconds} s`);
