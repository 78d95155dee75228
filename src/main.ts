import cluster from 'node:cluster'
import { parseArgs } from 'node:util'
import { banner } from './server/banner.js'
import { readConfig, type Config } from './config/config.js'
import { failureLine } from './config/failure-line.js'
import { createLog } from './server/log.js'

interface Started {
  words?: string
  stop: () => Promise<void>
}

// A server goes on when nothing can be written there, on a full disk for instance.
process.stdout.on('error', () => {})

try {
  const options = readOptions()
  const config = readConfig(process.env, options)
  const { stop, words } = options.mock ? await mock(config, options) : await serve(config)
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
  if (words !== undefined) console.log(words)
} catch (error) {
  fail(error)
}

interface Options {
  mock: boolean
  stateful: boolean
}

function readOptions(): Options {
  const { mock = false, stateful = false } = parseArgs({
    options: { mock: { type: 'boolean' }, stateful: { type: 'boolean' } }
  }).values
  if (stateful && !mock) throw new Error('--stateful is an option of the mock: npm run mock -- --stateful')
  return { mock, stateful }
}

// Each loads its own modules, so that the mock does not wait for an embedded database that it will not open.
async function serve(config: Config): Promise<Started> {
  const { reportUp, startWorkers } = await import('./server/workers.js')
  if (config.workers > 1 && cluster.isPrimary) {
    if (config.production) await checkPasswords(config)
    const { ports, stop } = await startWorkers(config, fail)
    return { stop, words: banner(config, ports) }
  }
  const { start } = await import('./server/start.js')
  if (cluster.isPrimary) {
    const { ports, stop } = await start(config)
    return { stop, words: banner(config, ports) }
  }
  const { ports, stop } = await start({ ...config, metricsPort: undefined })
  reportUp(ports)
  return { stop }
}

/** Once for all workers, before any of them listens. */
async function checkPasswords(config: Config): Promise<void> {
  const { openContext } = await import('./server/start.js')
  const { refusePrintedPasswords } = await import('./server/printed-passwords.js')
  const { database, close } = await openContext(config, { log: createLog('silent') })
  await refusePrintedPasswords(database.db, config.apis).finally(close)
}

async function mock(config: Config, { stateful }: Options): Promise<Started> {
  if (stateful) {
    console.log('Creating a database in memory; this takes a few seconds.')
    const { startStatefulMock, statefulNote } = await import('./mock/stateful.js')
    const { ports, stop } = await startStatefulMock(config)
    return { stop, words: `${banner({ ...config, sampleAccounts: true }, ports)}\n${statefulNote}` }
  }
  const { startMock, mockNote } = await import('./mock/start.js')
  const { ports, stop } = await startMock(config)
  return { stop, words: `${banner({ ...config, sampleAccounts: false }, ports)}\n${mockNote}` }
}

function fail(error: unknown): never {
  console.error(failureLine(error))
  process.exit(1)
}
