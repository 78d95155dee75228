import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realmNames } from '../../src/config/realm-names.js'
import { lacking } from '../../scripts/programs.js'
import { contractFile } from '../support/generators/toolbox.js'
import type { Generator } from '../support/generators/generator.js'
import { generators } from '../support/generators/generators.js'
import { scenarioOf, type Scenario } from '../support/generators/scenarios.js'
import { writeTable, type Result } from '../support/generators/table.js'
import { measuredTest, type Figure } from '../support/measured-test.js'
import { startServer } from '../support/server.js'

measuredTest(
  'contracts: clients of other generators are generated, compiled, and log in, read, write and are refused',
  async (): Promise<Figure[]> => {
    const missing = lacking(generators.flatMap(({ needs }) => needs))
    assert.deepEqual(missing, [], `not on PATH: ${missing.join(', ')}`)
    const folder = await mkdtemp(join(tmpdir(), 'quintet-generators-'))
    const server = await startServer({ SAMPLE_ACCOUNTS: '1' })
    try {
      const results: Result[] = []
      for (const [index, generator] of generators.entries()) {
        results.push(await tryGenerator(generator, join(folder, String(index)), server.origin))
      }
      await writeTable(results)
      const failures = results.flatMap(({ errors }) => Object.entries(errors))
      assert.deepEqual(failures, [])
      return results.map(({ name }) => ({ name, value: `${realmNames.length} of ${realmNames.length} APIs` }))
    } finally {
      await server.stop()
      await rm(folder, { recursive: true })
    }
  }
)

/** What becomes of all five clients of a generator. */
async function tryGenerator(generator: Generator, folder: string, origin: string): Promise<Result> {
  const { name, note } = generator
  await mkdir(folder)
  await generator.install(folder)
  const errors: Record<string, string> = {}
  for (const api of realmNames) {
    try {
      const scenario = scenarioOf(api, `client-${generators.indexOf(generator)}`)
      const file = join(folder, `${api}.scenario.json`)
      await writeFile(file, JSON.stringify(scenario))
      const call = await generator.generate(folder, contractFile(api), join(folder, 'made', api))
      assertAnswers(scenario, JSON.parse(await call(origin, file)) as Answer[])
    } catch (error) {
      errors[api] = `${name}: ${(error as Error).message}`
    }
  }
  return { name, ...(note === undefined ? {} : { note }), errors }
}

interface Answer {
  status: number
  body: unknown
}

function assertAnswers({ calls }: Scenario, answers: Answer[]): void {
  const seen = answers.map(({ status, body }, index) => ({ status, value: valueAt(body, calls[index]!.at) }))
  const expected = calls.map(({ status, at, value }) => ({ status, value: at && value }))
  assert.deepEqual(seen, expected)
}

function valueAt(body: unknown, keys?: (string | number)[]): unknown {
  return keys?.reduce<unknown>((node, key) => (node as Record<string | number, unknown> | null)?.[key], body)
}
