import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Transaction } from 'dredd'
import type { RealmName } from '../../src/config/realm-names.js'
import { readContract } from '../../src/http/contract.js'
import type { TestServer } from '../support/server.js'
import type { CaseTable } from './cases/index.js'
import { documentedOperations, responseKey, type DocumentedOperation } from './documented.js'
import { runDredd } from './dredd.js'
import { dreddDocument } from './dredd-document.js'
import { createResponseValidator } from './response-validator.js'
import { prepareRequest } from './request.js'

export interface ApiResult {
  operations: number
  /** Documented statuses of all operations. */
  responses: number
  /** Those of them that were sent for and answered as documented. */
  exercised: number
  problems: string[]
}

/** Has the server answer every documented status of every operation of an API. `folder` takes Dredd's document. */
export async function exerciseApi(
  server: TestServer,
  name: RealmName,
  table: CaseTable,
  folder: string
): Promise<ApiResult> {
  const contract = readContract(name)
  const operations = documentedOperations(contract)
  const documented = new Map(operations.flatMap(responsesOf))
  const validateResponse = createResponseValidator(contract)
  const exercised = new Set<string>()
  const problems = compareCases(documented, table)

  async function prepare(transaction: Transaction): Promise<void> {
    try {
      const key = keyOf(transaction)
      const operation = documented.get(key)
      const prepareCase = table[key]
      if (operation === undefined || prepareCase === undefined) throw new Error('not there')
      const { path, headers, body } = prepareRequest(operation, await prepareCase(server))
      transaction.fullPath = path
      transaction.request = { method: operation.method, uri: path, headers, body }
      transaction.expected.headers = {}
    } catch (error) {
      transaction.fail = `its case failed: ${(error as Error).message}`
    }
  }

  function validate(transaction: Transaction): void {
    const key = keyOf(transaction)
    if (documented.has(key) && table[key] === undefined) return
    const found = validateTransaction(key, transaction)
    problems.push(...found.map((problem) => `${key}: ${problem}`))
    if (found.length === 0) exercised.add(key)
  }

  function validateTransaction(key: string, { real, skip, expected, test }: Transaction): string[] {
    const operation = documented.get(key)
    if (operation === undefined) return ['Dredd made it up']
    if (exercised.has(key)) return ['sent twice']
    if (skip) return ['skipped']
    if (real === undefined) return [`not answered${test === undefined ? '' : `: ${test.message}`}`]
    if (real.statusCode === 500) return [`answered 500: ${lastInternalError(server)}`]
    const actual = String(real.statusCode)
    const response = operation.responses.get(actual)
    if (response === undefined) return [`answered ${actual}, an undocumented status: ${real.body}`]
    if (actual !== expected.statusCode) return [`answered ${actual}: ${real.body}`]
    const found = validateResponse(response, real)
    return found.length === 0 && test?.status !== 'pass' ? [`not as its example: ${test?.message.trim()}`] : found
  }

  const documentPath = join(folder, `${name}.json`)
  await writeFile(documentPath, JSON.stringify(dreddDocument(contract)))
  problems.push(...(await runDredd(server.origin, documentPath, { prepare, validate })))
  for (const key of documented.keys()) {
    if (!exercised.has(key) && !problems.some((problem) => problem.startsWith(`${key}: `))) {
      problems.push(`${key}: never sent`)
    }
  }
  return { operations: operations.length, responses: documented.size, exercised: exercised.size, problems }
}

function responsesOf(operation: DocumentedOperation): [string, DocumentedOperation][] {
  return [...operation.responses.keys()].map((status) => [responseKey(operation.operationId, status), operation])
}

/** Dredd's document has the operationId where a transaction takes its action from. */
function keyOf({ origin, expected }: Transaction): string {
  return responseKey(origin.actionName, expected.statusCode)
}

/** What the server logged when it last answered 500. */
function lastInternalError({ logged }: TestServer): string {
  const line = logged.findLast((text) => text.includes('"msg":"internal error"'))
  return line === undefined ? 'nothing logged' : (JSON.parse(line) as { err: { message: string } }).err.message
}

function compareCases(documented: Map<string, unknown>, table: CaseTable): string[] {
  const missing = [...documented.keys()].filter((key) => table[key] === undefined)
  const unmatched = Object.keys(table).filter((key) => !documented.has(key))
  return [
    ...missing.map((key) => `${key}: documented, but there is no case`),
    ...unmatched.map((key) => `${key}: there is a case, but it matches nothing documented`)
  ]
}
