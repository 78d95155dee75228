import cluster from 'node:cluster'
import { banner } from './banner.js'
import { readConfig } from './config.js'
import { failureLine } from './failure.js'
import { start } from './start.js'
import { reportUp, startWorkers } from './workers.js'

try {
  const config = readConfig(process.env)
  if (cluster.isWorker) {
    const { ports, stop } = await start({ ...config, metricsPort: undefined })
    stopOnSignal(stop)
    reportUp(ports)
  } else {
    const { ports, stop } = await (config.workers > 1 ? startWorkers(config, fail) : start(config))
    stopOnSignal(stop)
    console.log(banner(config, ports))
  }
} catch (error) {
  fail(error)
}

function stopOnSignal(stop: () => Promise<void>): void {
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
}

function fail(error: unknown): never {
  console.error(failureLine(error))
  process.exit(1)
}
