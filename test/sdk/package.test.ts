import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { removeOwnTemplate } from '../support/database.js'
import { startGateway } from './gateway.js'
import { BROWSER, compile, createProject, NODE } from './project.js'

const ME = '/api/users/me'

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

  it('renders the pages of two visitors at once, each with their own session', async () => {
    const example = examples.findIndex((code) => code.includes('function page('))
    const { page } = (await import(built(`example-${example}`))) as { page: (request: Request) => Promise<Response> }
    const visit = async (token: string): Promise<Response> =>
      page(new Request('http://site.test/', { headers: { Cookie: `a=b; token=${token}` } }))
    const tokens = [await gateway.tokenEnding(600), await gateway.tokenEnding(-60)]
    gateway.tell({ path: ME, holdUntil: { path: ME, count: gateway.seen(ME) + 2 } })
    const pages = await Promise.all(tokens.map(visit))
    const [one, other] = await Promise.all(pages.map((answer) => answer.text()))
    assert.match(one!, /^Welcome, .+@/)
    assert.match(other!, /^Welcome, .+@/)
    assert.notEqual(one, other)
    const cookies = pages.map(({ headers }) => headers.get('Set-Cookie'))
    assert.equal(cookies[0], null)
    assert.match(cookies[1]!, /^token=[\w.-]+; HttpOnly/)
    assert.ok(!cookies[1]!.includes(tokens[1]!))
    assert.equal(await (await visit('no token')).text(), 'Please log in')
  })

  it('refuses a client without an address, and the store of a browser, with what to do', async () => {
    const { createTms, browserStore } = createRequire(join(project.folder, 'index.js'))('quintet-sdk')
    for (const options of [undefined, {}, { baseUrl: '' }]) {
      assert.throws(() => createTms(options), { message: /^baseUrl is missing.*\{ baseUrl: 'https:/ })
    }
    assert.throws(() => browserStore('app'), { message: /IndexedDB.*memoryStore\(\)/ })
  })

  it('refuses an address that no request can be sent to, and names it', async () => {
    const { createTms } = createRequire(join(project.folder, 'index.js'))('quintet-sdk')
    const wrong = ['/', '/api', '127.0.0.1:46810', 'localhost:80', 'ftp://a.example', 'http://', 'http://a.example?b=c']
    wrong.push('http://a.example/#b', 'http://a.example:99999', 'http://user:secret@a.example', 'http://a example')
    for (const baseUrl of wrong) {
      assert.throws(
        () => createTms({ baseUrl }),
        ({ message }: Error) => message.startsWith(`baseUrl is no address of a server: ${baseUrl}`),
        baseUrl
      )
    }
    const right = ['https://a.example/', 'HTTP://a.example/path//', 'http://[::1]:8000', 'http://例子.example']
    for (const baseUrl of right) createTms({ baseUrl })
  })
})
