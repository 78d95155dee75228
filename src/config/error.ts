/** Thrown for what is missing, weak or contradictory in the environment; the message is for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
