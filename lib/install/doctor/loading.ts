/** What a message of the dynamic linker means, most specific first. */
const MEANINGS: readonly { readonly pattern: RegExp; readonly code: string; readonly fix: string }[] = [
  {
    pattern: /libgomp/,
    code: 'LIBGOMP_MISSING',
    fix: 'Install the OpenMP runtime: `apt-get install libgomp1`, or `dnf install libgomp`.',
  },
  {
    pattern: /GLIBCXX_|CXXABI_/,
    code: 'LIBSTDCXX_TOO_OLD',
    fix: 'The libstdc++ that was loaded is too old: update libstdc++6, and check LD_LIBRARY_PATH for an old copy.',
  },
  { pattern: /GLIBC_2\.\d+.*not found/, code: 'GLIBC_TOO_OLD', fix: 'Use a system with a newer glibc.' },
  {
    pattern: /wrong ELF class|invalid ELF|incompatible architecture|win32 application|file too short/i,
    code: 'WRONG_FILE',
    fix: 'The files are damaged or for another processor: run `npx libtorch-node install --force`.',
  },
  {
    pattern: /libcu|libnv|nvidia|libnccl/,
    code: 'CUDA_LIBRARY_MISSING',
    fix: "The CUDA build lacks one of NVIDIA's libraries: run `npx libtorch-node install --force --cuda auto`.",
  },
  {
    pattern: /cannot open shared object|Library not loaded|module could not be found/i,
    code: 'LIBRARY_MISSING',
    fix: 'Install the library that is named, or run `npx libtorch-node install --force`.',
  },
];

/** Turns what the dynamic linker said into a code and a fix. */
export function explainLoading(problem: string): { code: string; message: string; fix: string } {
  const meaning = MEANINGS.find(({ pattern }) => pattern.test(problem));
  return {
    code: meaning?.code ?? 'DOES_NOT_LOAD',
    message: `libtorch was found, but does not load: ${problem}`,
    fix: meaning?.fix ?? 'Run `npx libtorch-node install --force`.',
  };
}
