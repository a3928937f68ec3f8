/** `torch.amp`: exports only. */
export { autocast, isAutocastAvailable, type Autocast, type AutocastOptions } from './autocast';
export { GradScaler, type GradScalerOptions } from './grad-scaler';
