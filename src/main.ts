import { banner } from './banner.js'
import { readConfig } from './config.js'
import { failureLine } from './failure.js'
import { start } from './start.js'

try {
  const config = readConfig(process.env)
  const { ports, stop } = await start(config)
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
  console.log(banner(config, ports))
} catch (error) {
  fail(error)
}

function fail(error: unknown): never {
  console.error(failureLine(error))
  process.exit(1)
}
