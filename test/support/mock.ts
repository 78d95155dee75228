import { after, before } from 'node:test'
import { readConfig } from '../../src/config/config.js'
import { createLog } from '../../src/server/log.js'
import { startMock } from '../../src/mock/start.js'
import { createClient, type Client } from './client.js'

export interface TestMock {
  client: Client
  /** Lines that the mock logged, as JSON text. */
  logged: string[]
}

/** Starts the mock of all APIs before the tests of a file and stops it after them. Read its fields inside tests only. */
export function useMock(): TestMock {
  const logged: string[] = []
  const mock = { logged } as TestMock
  let stop: () => Promise<void>
  before(async () => {
    const log = createLog('warn', { write: (line: string) => void logged.push(line) })
    const running = await startMock(readConfig({ PORT: '0' }), log)
    stop = running.stop
    mock.client = createClient(`http://127.0.0.1:${running.ports[0]}`)
  })
  after(() => stop())
  return mock
}
