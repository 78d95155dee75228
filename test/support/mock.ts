import { after, before } from 'node:test'
import { readConfig } from '../../src/config/config.js'
import { createLog } from '../../src/server/log.js'
import { startMock } from '../../src/mock/start.js'
import { startStatefulMock } from '../../src/mock/stateful.js'
import { createClient, type Client } from './client.js'

export interface TestMock {
  origin: string
  client: Client
  /** Lines that the mock logged, as JSON text. */
  logged: string[]
}

/** Starts the mock of all APIs before the tests of a file and stops it after them. Read its fields inside tests only. */
export function useMock({ stateful = false } = {}): TestMock {
  const logged: string[] = []
  const mock = { logged } as TestMock
  let stop: () => Promise<void>
  before(async () => {
    const destination = { write: (line: string) => void logged.push(line) }
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'warn' })
    const running = await (stateful
      ? startStatefulMock(config, destination)
      : startMock(config, createLog('warn', { destination })))
    stop = running.stop
    mock.origin = `http://127.0.0.1:${running.ports[0]}`
    mock.client = createClient(mock.origin)
  })
  after(() => stop())
  return mock
}
