import * as torch from 'libtorch-node';
import { distributions, nn, optim, type Tensor } from 'libtorch-node';
import type { Implementation } from '../../harness/types';

const STEPS = 100;
const { Bernoulli, Categorical, Independent, Normal, klDivergence } = distributions;

function microseconds(step: () => void): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < STEPS; i++) torch.scope(step);
  return Number(process.hrtime.bigint() - start) / STEPS / 1e3;
}

const layers = (from: number, to: number): nn.Sequential =>
  new nn.Sequential(new nn.Linear(from, 128), new nn.ReLU(), new nn.Linear(128, to));

const network = (outputs: number): nn.Sequential =>
  new nn.Sequential(
    new nn.Linear(4, 64),
    new nn.Tanh(),
    new nn.Linear(64, 64),
    new nn.Tanh(),
    new nn.Linear(64, outputs),
  );

export const cases: Implementation = {
  'VAE step, 196-128-5, batch 100': () => {
    torch.manualSeed(0);
    const model = new nn.ModuleList([layers(196, 10), layers(5, 196)]);
    const [encoder, decoder] = [...model] as [nn.Sequential, nn.Sequential];
    const optimizer = new optim.Adam(model.parameters(), { lr: 0.001 });
    const prior = new Independent(new Normal(torch.zeros([5]), torch.ones([5])), 1);
    const x = torch.randint(0, 2, [100, 196]).float();
    return () =>
      microseconds(() => {
        optimizer.zeroGrad();
        const [mean, logStd] = encoder.forward(x).chunk(2, -1) as [Tensor, Tensor];
        const posterior = new Independent(new Normal(mean, logStd.exp()), 1);
        const logits = decoder.forward(posterior.rsample());
        const likelihood = new Independent(new Bernoulli({ logits }), 1).logProb(x);
        likelihood.sub(klDivergence(posterior, prior)).mean().neg().backward();
        optimizer.step();
      });
  },
  'PPO update, 4-64-64-2, batch 256': () => {
    torch.manualSeed(0);
    const [actor, critic] = [network(2), network(1)];
    const parameters = [...actor.parameters(), ...critic.parameters()];
    const optimizer = new optim.Adam(parameters, { lr: 0.001 });
    const [states, actions] = [torch.randn([256, 4]), torch.randint(0, 2, [256])];
    const [old, advantages, returns] = [torch.rand([256]).neg(), torch.randn([256]), torch.randn([256])];
    return () =>
      microseconds(() => {
        optimizer.zeroGrad();
        const policy = new Categorical({ logits: actor.forward(states) });
        const ratio = policy.logProb(actions).sub(old).exp();
        const clipped = ratio.clamp(0.8, 1.2).mul(advantages);
        const policyLoss = torch.minimum(ratio.mul(advantages), clipped).mean().neg();
        const valueLoss = critic.forward(states).squeeze(-1).sub(returns).pow(2).mean();
        policyLoss.add(valueLoss.mul(0.5)).sub(policy.entropy().mean().mul(0.01)).backward();
        nn.utils.clipGradNorm_(parameters, 0.5);
        optimizer.step();
      });
  },
  'Normal: make, sample, logProb': () => {
    const [loc, scale] = [torch.zeros([32]), torch.ones([32])];
    return () =>
      microseconds(() => {
        const normal = new Normal(loc, scale);
        normal.logProb(normal.sample([8]));
      });
  },
};
