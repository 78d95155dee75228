import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { packageRoot } from '../../src/config/package-root.js'
import { removeOwnTemplate } from '../support/database.js'
import { startGateway } from './gateway.js'
import { compile, createProject, NODE } from './project.js'

const OLD_PLATFORM = fileURLToPath(new URL('test/sdk/old-platform.cjs', packageRoot))
/** Runs the scenarios one after another and prints what each threw. */
const PROGRAM = `
const { scenarios } = require('./built/scenarios.js')
;(async () => {
  const failures = {}
  const [origin, ...skipped] = process.argv.slice(2)
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (!skipped.includes(name)) await scenario({ origin }).catch((error) => (failures[name] = String(error.stack)))
  }
  console.log(JSON.stringify({ missing: typeof AbortSignal.any, ran: Object.keys(scenarios).length, failures }))
})()
`
/** Only what reads the end of a token, which needs \`atob\`. */
const NEEDS_ATOB = [
  'a token that ends within a minute is renewed before its use',
  'a token that cannot be renewed ahead is used as long as it is valid'
]

describe('the client package as CommonJS, without AbortSignal.any, AbortSignal.timeout and throwIfAborted', async () => {
  const project = await createProject('commonjs')
  const gateway = await startGateway()
  after(async () => {
    await gateway.stop()
    await removeOwnTemplate()
    await project.remove()
  })

  it('passes the scenarios', async () => {
    await compile(project, NODE)
    const program = join(project.folder, 'program.cjs')
    await writeFile(program, PROGRAM)
    const args = ['--require', OLD_PLATFORM, program, gateway.origin, ...NEEDS_ATOB]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    const { missing, ran, failures } = JSON.parse(stdout)
    assert.equal(missing, 'undefined')
    assert.ok(ran > 30)
    assert.deepEqual(failures, {})
  })
})
