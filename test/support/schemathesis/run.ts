import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RealmName } from '../../../src/config/realm-names.js'
import { readContract } from '../../../src/http/contract.js'
import { traitsOf } from '../../apis/index.js'
import { forTester } from './rules.js'

const SEED = 20_260_101
/** Generated cases of each kind for each operation, and the time that one API may take. */
const EXAMPLES = 50
const PATIENCE_MS = 300_000
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
  'positive_data_acceptance',
  'negative_data_rejection',
  'missing_required_header',
  'unsupported_method',
  'ignored_auth',
  'allow_header_conformance',
  'use_after_free'
]
/** What positive cases may meet that is not in `refusedByRule` of an API. */
const ACCEPTED = ['2xx', '401', '403', '404', '409']

/** What its report tells of a run. */
export interface Report {
  complete: boolean
  operations: { total: number; tested: number; errored: number }
  phases: Record<string, { status: string }>
  test_cases: { generated: number; unique_failures: number; errored: number }
}

/** Tests one API at `origin`, with tokens from `tokenUrl`, and returns the report with all that was printed. */
export async function testApi(
  program: string,
  parent: string,
  api: RealmName,
  origin: string,
  tokenUrl: string
): Promise<{ report: Report; output: string }> {
  const folder = join(parent, api)
  const file = (name: string): string => join(folder, name)
  mkdirSync(folder)
  writeFileSync(file('contract.json'), JSON.stringify(forTester(readContract(api))))
  writeFileSync(file('auth.json'), JSON.stringify(authentication(tokenUrl)))
  writeFileSync(file('schemathesis.toml'), configuration(api))
  const child = spawn(
    program,
    [
      ...['--config-file', file('schemathesis.toml'), 'run', file('contract.json'), '--url', origin],
      ...['--phases', 'examples,coverage,fuzzing,stateful', '--mode', 'all', '--max-examples', String(EXAMPLES)],
      ...['--checks', CHECKS.join(','), '--seed', String(SEED), '--generation-database', 'none'],
      // U+0000 is refused everywhere, which no schema says; the suite sends it.
      ...['--generation-allow-x00', 'false', '--auth-wfc', file('auth.json'), '--request-timeout', '30'],
      ...['--continue-on-failure', '--no-color', '--report', 'json', '--report-json-path', file('report.json')]
    ],
    { cwd: folder, timeout: PATIENCE_MS, stdio: ['ignore', 'pipe', 'pipe'] }
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0 && code !== 1) throw new Error(`${api}: ended with ${code}: ${output}`)
  return { report: JSON.parse(readFileSync(file('report.json'), 'utf8')) as Report, output }
}

function authentication(tokenUrl: string): object {
  const token = {
    ...{ extractFrom: 'body', extractSelector: '/token' },
    ...{ sendIn: 'header', sendName: 'Authorization', sendTemplate: 'Bearer {token}' }
  }
  return { auth: [{ name: 'administrator', loginEndpointAuth: { externalEndpointURL: tokenUrl, verb: 'GET', token } }] }
}

function configuration(api: RealmName): string {
  const accepted = (statuses: string[]): string => `expected-statuses = ${JSON.stringify(statuses)}`
  const general = `[checks.positive_data_acceptance]\n${accepted(ACCEPTED)}\n`
  const particular = Object.entries(traitsOf[api].refusedByRule).map(
    ([operationId, statuses = []]) =>
      `[[operations]]\ninclude-operation-id = "${operationId}"\n` +
      `[operations.checks.positive_data_acceptance]\n${accepted([...ACCEPTED, ...statuses.map(String)])}\n`
  )
  return [general, ...particular].join('\n')
}
