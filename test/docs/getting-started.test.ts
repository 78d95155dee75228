import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { after, before, describe, it } from 'node:test'
import { packageRoot } from '../../src/config/package-root.js'
import { realmNames } from '../../src/config/realm-names.js'
import { compile, createProject, NODE, type Project } from '../sdk/project.js'
import { useServer } from '../support/server.js'

const run = promisify(execFile)
const guide = readFileSync(new URL('docs/getting-started.md', packageRoot), 'utf8')
const PRINTED_FOR = 'http://127.0.0.1:8000'

/** Stops at the first call that is refused, and counts the calls on standard error. */
const STRICT = `set -e -o pipefail
curl() { echo call >&2; command curl --fail-with-body "$@" && echo; }
`

/** The samples of an API in this language. */
function sampleOf(name: string, language: string): string {
  const section = guide.slice(guide.indexOf(`\n## ${name}\n`) + 1).split(/\n## /)[0]!
  const [, sample] = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(section) ?? []
  return sample!
}

describe('the calls that getting started prints', () => {
  const server = useServer()
  let project: Project
  before(async () => {
    project = await createProject()
  })
  after(() => project.remove())

  const writeSamples = async (): Promise<void> => {
    for (const name of realmNames) {
      const code = sampleOf(name, 'ts').replaceAll(PRINTED_FOR, server.origin)
      await writeFile(join(project.folder, `started-${name}.ts`), code)
    }
    await compile(project, NODE)
  }

  for (const name of realmNames) {
    it(`${name}: three in curl are accepted and answer JSON`, async () => {
      const script = STRICT + sampleOf(name, 'sh').replaceAll(PRINTED_FOR, server.origin)
      const { stdout, stderr } = await run('bash', ['-c', script])
      assert.equal(stderr.match(/call/g)?.length, 3)
      const answers = stdout.trim().split('\n')
      assert.equal(answers.length, 2)
      for (const answer of answers) JSON.parse(answer)
    })
  }

  it('three in TypeScript are accepted', async () => {
    await writeSamples()
    for (const name of realmNames) {
      assert.equal(sampleOf(name, 'ts').match(/await api\./g)?.length, 3)
      await run(process.execPath, [join(project.folder, 'built', `started-${name}.js`)])
    }
  })
})
