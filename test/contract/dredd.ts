import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import Dredd, { type Test, type Transaction } from 'dredd'
import reporterOutput from 'dredd/build/reporters/reporterOutputLogger.js'
import { packageRoot } from '../../src/config/package-root.js'

export interface Hooks {
  /** Makes the request that the transaction sends. Never rejects: Dredd would wait for ever. */
  prepare(transaction: Transaction): Promise<void>
  /** Sees each transaction after it was sent, skipped or failed. Never throws. */
  validate(transaction: Transaction): void
}

const HOOK_FILE = fileURLToPath(new URL('test/contract/hooks.cjs', packageRoot))

/**
 * Lets Dredd send every transaction of a document. Returns what kept it from that: of hooks that do not load it says
 * nothing itself, and goes on without them.
 */
export async function runDredd(endpoint: string, documentPath: string, hooks: Hooks): Promise<string[]> {
  const problems: string[] = []
  const emitter = new EventEmitter()
  emitter.on('test error', (error: Error, { title }: Test) => problems.push(`${title}: ${error.message}`))
  let loaded = false
  const onLoad = () => {
    loaded = true
  }
  reporterOutput.default.transports.console.silent = true
  const dredd = new Dredd({
    endpoint,
    path: [documentPath],
    hookfiles: [HOOK_FILE],
    loglevel: 'error',
    emitter,
    custom: { cwd: fileURLToPath(packageRoot), hooks: { ...hooks, loaded: onLoad } }
  })
  const error = await new Promise<Error | null>((done) => dredd.run(done))
  if (error) problems.unshift(`Dredd: ${error.message}`)
  if (!loaded) problems.unshift(`the hooks were not loaded from ${HOOK_FILE}`)
  return problems
}
