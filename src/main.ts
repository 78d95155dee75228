import { banner } from './banner.js'
import { ConfigError, readConfig } from './config.js'
import { start } from './start.js'

try {
  const config = readConfig(process.env)
  const { ports, stop } = await start(config)
  console.log(banner(config, ports))
  let stopping = false
  const onSignal = (): void => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error)
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
} catch (error) {
  fail(error)
}

function fail(error: unknown): never {
  const { message } = error as Error
  console.error(error instanceof ConfigError ? `configuration: ${message}` : `cannot run: ${message}`)
  process.exit(1)
}
