import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { removeOwnTemplate } from '../support/database.js'
import { startGateway } from './gateway.js'
import { BROWSER, compile, createProject, NODE } from './project.js'

type Scenarios = Record<string, (world: { origin: string }) => Promise<void>>

describe('the client package, packed and installed in an empty project', async () => {
  const project = await createProject()
  const gateway = await startGateway()
  after(async () => {
    await gateway.stop()
    await removeOwnTemplate()
    await project.remove()
  })

  const readme = await readFile(join(project.folder, 'node_modules/quintet-sdk/README.md'), 'utf8')
  const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code!)
  for (const [i, code] of examples.entries()) {
    await writeFile(join(project.folder, `example-${i}.ts`), code.replaceAll('http://127.0.0.1:8000', gateway.origin))
  }
  const built = (name: string): string => pathToFileURL(join(project.folder, 'built', `${name}.js`)).href
  await compile(project, NODE)
  const { scenarios } = (await import(built('scenarios'))) as { scenarios: Scenarios }

  it('type-checks for browsers', () => compile(project, BROWSER))

  for (const [name, scenario] of Object.entries(scenarios)) it(name, () => scenario(gateway))

  it('runs an example of each API', async () => {
    assert.ok(examples.length >= 5)
    for (const i of examples.keys()) await import(built(`example-${i}`))
  })
})
