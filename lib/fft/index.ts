/** Discrete Fourier transforms, as Python's torch.fft. */
export * from './fft.generated';
