/** Ends a command with one line for the operator. */
export class Stop extends Error {
  override readonly name = 'Stop'

  constructor(
    message: string,
    readonly exitCode = 1
  ) {
    super(message)
  }
}

/** The command was not given as the help text says. */
export function wrongUsage(message: string): Stop {
  return new Stop(`${message}; see npm run admin -- --help`, 2)
}
