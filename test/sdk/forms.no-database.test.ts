import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'acorn'
import { publint } from 'publint'
import { packageRoot } from '../../src/config/package-root.js'
import { compile, createProject, NODE } from './project.js'

const run = promisify(execFile)
const RESOLUTIONS = [
  { module: 'CommonJS', moduleResolution: 'Node10' },
  { module: 'ESNext', moduleResolution: 'Bundler' },
  { module: 'Node16', moduleResolution: 'Node16' }
]

describe('the files of the client package', async () => {
  const project = await createProject()
  after(() => project.remove())
  const folder = join(project.folder, 'node_modules/quintet-sdk')
  const files = await readdir(folder, { recursive: true })
  const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8')
  const modules = files.filter((file) => file.endsWith('.js'))

  it('are found with their types by every way to resolve modules', async () => {
    const attw = fileURLToPath(new URL('node_modules/@arethetypeswrong/cli/dist/index.js', packageRoot))
    await run(process.execPath, [attw, project.tarball]).catch(({ stdout }) => assert.fail(stdout))
  })

  it('are what their package.json states', async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true })
    assert.deepEqual(messages, [])
  })

  for (const options of RESOLUTIONS) {
    it(`type-check with ${options.moduleResolution}`, () => compile(project, { ...NODE, ...options, noEmit: true }))
  }

  it('have the same names as CommonJS and as ES modules', async () => {
    const required = createRequire(join(project.folder, 'index.js'))
    for (const name of ['quintet-sdk', 'quintet-sdk/tms', 'quintet-sdk/back-office']) {
      const esm = name.replace('quintet-sdk', 'esm').replace(/^esm$/, 'esm/index')
      const imported = await import(pathToFileURL(join(folder, `${esm}.js`)).href)
      assert.deepEqual(Object.keys(required(name)).sort(), Object.keys(imported).sort())
    }
  })

  it('are ES2018', async () => {
    assert.ok(modules.length > 40)
    for (const file of modules) {
      const sourceType = file.startsWith('esm') ? 'module' : 'script'
      const code = await read(file)
      assert.doesNotThrow(() => parse(code, { ecmaVersion: 2018, sourceType }), file)
    }
  })

  it('have source maps with the sources in them', async () => {
    for (const file of modules) {
      assert.match(await read(file), /(^|\n)\/\/# sourceMappingURL=[\w-]+\.js\.map\n$/)
      const { sources, sourcesContent } = JSON.parse(await read(`${file}.map`))
      assert.deepEqual([sources.length, sourcesContent.length], [1, 1])
      assert.match(sourcesContent[0], /export /)
    }
  })

  it('include the license, the change log and the words under which a registry finds it', async () => {
    assert.match(await read('LICENSE'), /MIT License/)
    assert.match(await read('CHANGELOG.md'), /^# Changelog\n\n## /)
    assert.ok(JSON.parse(await read('package.json')).keywords.includes('openapi'))
  })
})
