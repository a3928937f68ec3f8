/** `torch.distributions.kl`: the divergence, and the formulas of all pairs that Python has. */
import './same';
import './gaussian';
import './cross';
import './infinite';
import './more';

export { type DistributionClass, type KlFunction, klDivergence, registerKl } from './registry';
