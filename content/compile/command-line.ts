import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Whether somebody asks what there is to say. What follows `--` are words. */
export const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
};

/** What `parseArgs` has thrown, in one line. */
export function complaintOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, unknown] = /^Unknown option '(.+?)'/.exec(message) ?? [];
  if (unknown) return `${unknown}: found an option that nobody knows; --help names those there are`;
  return message.split('\n')[0] ?? message;
}

/** The options of this process. `--help` prints the usage and ends it with 0, what it does not understand with 2. */
export function commandLine<T extends ParseArgsConfig>(usage: string, config: T) {
  const args = process.argv.slice(2);
  if (asksForHelp(args)) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ ...config, args });
  } catch (error) {
    console.error(`${complaintOf(error)}\n\n${usage}`);
    process.exit(2);
  }
}
