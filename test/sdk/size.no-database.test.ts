import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { createProject, type Project } from './project.js'

const LIMIT = 6000
const CLIENTS = {
  createTms: '/tms/',
  createJulong: '/api/private/v1/',
  createWasteSorting: '/api/auth/',
  createUserLogin: '/api/users/',
  createBackOffice: '/admin/admins'
}

/** What a page pays for one client with all that the package gives. */
async function bundle({ folder }: Project, create: string): Promise<string> {
  const names = [create, 'browserStore', 'memoryStore', 'Refused', 'UnexpectedAnswer'].join(', ')
  const contents = `export { ${names} } from 'quintet-sdk'`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false
  })
  return outputFiles[0]!.text
}

describe('the size of a client', async () => {
  const project = await createProject()
  after(project.remove)

  for (const create of Object.keys(CLIENTS)) {
    it(`${create} is at most ${LIMIT} bytes, minified and gzipped, with no other client in it`, async (t) => {
      const code = await bundle(project, create)
      const size = gzipSync(code, { level: 9 }).length
      t.diagnostic(`${create}: ${size} bytes`)
      const paths = Object.entries(CLIENTS).filter(([, path]) => code.includes(`"${path}`))
      assert.deepEqual(
        paths.map(([name]) => name),
        [create]
      )
      assert.ok(size <= LIMIT, `${size} bytes`)
    })
  }
})
