/** Discrete Fourier transforms, as Python's torch.fft. */
export * from './generated/fft';
