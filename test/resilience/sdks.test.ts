import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { realmNames } from '../../src/config/realm-names.js'
import { go } from '../../scripts/sdks/go.js'
import { java } from '../../scripts/sdks/java.js'
import type { Language } from '../../scripts/sdks/language.js'
import { lacking } from '../../scripts/programs.js'
import { installOpenapiGenerator, NEEDED } from '../../scripts/sdks/openapi-generator.js'
import { python } from '../../scripts/sdks/python.js'
import { writeSdk } from '../../scripts/sdks/write.js'
import { goProject, javaProject, pythonProject, type Project } from '../support/sdks/projects.js'
import { useServer } from '../support/server.js'

const ORIGIN = 'http://127.0.0.1:8000'

function describeSdk(language: Language, project: Project): void {
  describe(`the client package for ${language.name}`, () => {
    const server = useServer()
    let folder: string
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'quintet-sdks-'))
    })
    after(() => rm(folder, { recursive: true }))

    it('is made, installed in an empty project, and runs the programs of its README, one of each API', async () => {
      const missing = lacking([...NEEDED, ...project.needs])
      assert.deepEqual(missing, [], `not on PATH: ${missing.join(', ')}`)
      await installOpenapiGenerator()
      const sdk = await writeSdk(language)
      const examples = examplesIn(await readFile(join(sdk, 'README.md'), 'utf8'), project.fence)
      assert.equal(examples.length, realmNames.length)
      const programs = examples.map(({ program }) => program.replaceAll(ORIGIN, server.origin))
      await project.install(folder, sdk, programs)
      for (const [index, { prints }] of examples.entries()) {
        assert.equal(await project.run(folder, index, programs[index]!), prints)
      }
    })
  })
}

/** The programs of a README, each followed by what it prints. */
function examplesIn(readme: string, fence: string): { program: string; prints: string }[] {
  const blocks = new RegExp('```' + fence + '\\n([^]*?)```\\n\\nprints\\n\\n```text\\n([^]*?)```', 'g')
  return [...readme.matchAll(blocks)].map(([, program, prints]) => ({ program: program!, prints: prints! }))
}

describeSdk(python, pythonProject)
describeSdk(go, goProject)
describeSdk(java, javaProject)
