/** Runs a command that works on files: what goes wrong is one sentence and the exit code 1. */
export async function printingErrors(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
