import { readConfig, withoutSecrets } from '../config/config.js'
import { failureLine } from '../config/failure-line.js'

// Prints the configuration that the environment amounts to, or what is wrong with it.
try {
  const shown = withoutSecrets(readConfig(process.env))
  console.log(JSON.stringify(shown, (_name, value: unknown) => value ?? null, 2))
} catch (error) {
  console.error(failureLine(error))
  process.exitCode = 1
}
