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

/** What was typed is not what the help, or that of `command`, says. */
export function wrongUsage(message: string, command?: string): Stop {
  const subject = command === undefined ? '' : `${command} `
  return new Stop(`${message}; see npm run admin -- ${subject}--help`, 2)
}
