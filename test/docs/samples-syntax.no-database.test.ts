import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { after, describe, it } from 'node:test'
import { documentedApi } from '../../scripts/docs/operations.js'
import { samplesOf, type Sample } from '../../scripts/docs/samples/all.js'
import { realmNames } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import { compile, createProject, NODE } from '../sdk/project.js'

const run = promisify(execFile)
const lacks = (program: string): string | false =>
  spawnSync(program, ['--help']).error !== undefined && `there is no ${program} here`

describe('the samples of the documentation', async () => {
  const project = await createProject()
  after(() => project.remove())

  /** Writes the sample of every operation into a folder, and returns their paths. */
  const writeAll = async (label: Sample['label'], extension: string): Promise<string[]> => {
    const folder = extension === 'ts' ? project.folder : join(project.folder, label)
    await mkdir(folder, { recursive: true })
    const files = realmNames.flatMap((name) => {
      const api = documentedApi(name, readContract(name))
      return api.operations.map((operation) => ({
        path: join(folder, `${name}-${operation.operationId}.${extension}`),
        source: samplesOf(api, operation).find((sample) => sample.label === label)!.source
      }))
    })
    await Promise.all(files.map(({ path, source }) => writeFile(path, `${source}\n`)))
    return files.map(({ path }) => path)
  }

  it('compile with the client package, for every operation', async () => {
    await writeAll('SDK', 'ts')
    await compile(project, NODE)
  })

  it('are modules, for every operation with fetch', async () => {
    // The names of files are no URLs, so they are read one after the other in one process.
    const check = `import { SourceTextModule } from 'node:vm'
import { readFileSync } from 'node:fs'
for (const path of process.argv.slice(1)) new SourceTextModule(readFileSync(path, 'utf8'), { identifier: path })`
    const flags = ['--experimental-vm-modules', '--no-warnings', '--input-type=module', '-e', check]
    await run(process.execPath, [...flags, ...(await writeAll('fetch', 'mjs'))])
  })

  it('are formatted Go, for every operation', { skip: lacks('gofmt') }, async () => {
    const { stdout } = await run('gofmt', ['-l', ...(await writeAll('Go', 'go'))])
    assert.equal(stdout, '')
  })

  it('are Python, for every operation', { skip: lacks('python3') }, async () => {
    await run('python3', ['-m', 'py_compile', ...(await writeAll('Python', 'py'))])
  })
})
