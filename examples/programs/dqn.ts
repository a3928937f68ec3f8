/** Deep Q-learning: a walker on a line of nine fields learns which way the prize is. */
import * as torch from 'libtorch-node';
import { nn, optim, type Tensor } from 'libtorch-node';

const [FIELDS, PRIZE, MOST_STEPS] = [9, 8, 20];
const [BATCH, DISCOUNT, EPISODES] = [32, 0.9, 60];

const network = (): nn.Sequential => new nn.Sequential(new nn.Linear(FIELDS, 32), new nn.ReLU(), new nn.Linear(32, 2));
const seen = (places: readonly number[]): Tensor =>
  nn.functional.oneHot(torch.tensor([...places]), FIELDS).to(torch.float32);

interface Move {
  readonly from: number;
  readonly action: number;
  readonly reward: number;
  readonly to: number;
  readonly over: boolean;
}

torch.manualSeed(0);
const [online, target] = [network(), network()];
target.loadStateDict(online.stateDict());
const optimizer = new optim.Adam(online.parameters(), { lr: 0.005 });
const memory: Move[] = [];

/** Now and then any way, else the one that promises more. */
function choose(place: number, curiosity: number): number {
  return torch.scope(() => {
    if (torch.rand([1]).item() < curiosity) return torch.randint(0, 2, [1]).item();
    return torch.noGrad(() =>
      online
        .forward(seen([place]))
        .argmax(1)
        .item(),
    );
  });
}

function learn(): number {
  return torch.scope(() => {
    const drawn = torch.randint(0, memory.length, [BATCH]).tolist<number[]>();
    const moves = drawn.flatMap((index) => memory[index] ?? []);
    const values = online.forward(seen(moves.map(({ from }) => from)));
    const chosen = values.gather(1, torch.tensor(moves.map(({ action }) => action)).unsqueeze(1)).squeeze(1);
    const best = torch.noGrad(() => target.forward(seen(moves.map(({ to }) => to))).amax(1));
    const goesOn = torch.tensor(
      moves.map(({ over }) => (over ? 0 : 1)),
      { dtype: torch.float32 },
    );
    const rewards = torch.tensor(
      moves.map(({ reward }) => reward),
      { dtype: torch.float32 },
    );
    const loss = nn.functional.smoothL1Loss(chosen, rewards.add(best.mul(goesOn).mul(DISCOUNT)));
    optimizer.zeroGrad();
    loss.backward();
    nn.utils.clipGradValue_(online.parameters(), 1);
    optimizer.step();
    return loss.item();
  });
}

for (let episode = 1; episode <= EPISODES; episode++) {
  let [place, steps, loss] = [4, 0, 0];
  for (; steps < MOST_STEPS && place !== PRIZE; steps++) {
    const action = choose(place, Math.max(0.05, 1 - episode / 30));
    const to = Math.min(FIELDS - 1, Math.max(0, place + (action === 1 ? 1 : -1)));
    memory.push({ from: place, action, reward: to === PRIZE ? 1 : -0.02, to, over: to === PRIZE });
    place = to;
    if (memory.length >= BATCH) loss = learn();
  }
  if (episode % 10 === 0) target.loadStateDict(online.stateDict());
  if (episode % 15 === 0) console.log(`episode ${episode}: ${steps} steps, loss ${loss.toFixed(6)}`);
}
