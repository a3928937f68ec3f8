import { InstallError } from '../libtorch/install/errors';

/** Runs a command; a failure that was foreseen is printed as a sentence, a code and a fix, and sets the exit code. */
export async function reported(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    console.error(`${error.message}\n\n${error.fix}\n(${error.code})`);
    process.exitCode = 1;
  }
}
