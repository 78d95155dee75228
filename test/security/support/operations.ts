import type { RealmName } from '../../../src/config/realm-names.js'
import { realmNames } from '../../../src/config/realm-names.js'
import { readContract } from '../../../src/http/contract.js'
import type { Case, CaseRequest } from '../../contract/case.js'
import { cases } from '../../contract/cases/index.js'
import {
  documentedOperations,
  operationObjects,
  responseKey,
  type DocumentedOperation
} from '../../contract/documented.js'
import { prepareRequest } from '../../contract/request.js'
import type { Answer } from '../../support/client.js'
import type { TestServer } from '../../support/server.js'

export interface ApiOperation extends DocumentedOperation {
  api: RealmName
  /** `x-right`. */
  right?: string | undefined
  /** `x-expired-token: accepted`. */
  acceptsExpired: boolean
  /** Cases by documented status. */
  cases: Map<number, Case>
}

interface Marks {
  'x-right'?: string
  'x-expired-token'?: string
}

/** Every operation of every API, with the cases that make it answer. */
export const allOperations: ApiOperation[] = realmNames.flatMap((api) => {
  const document = readContract(api)
  const marks = new Map(operationObjects(document).map(({ operation }) => [operation.operationId, operation as Marks]))
  return documentedOperations(document).map((operation) => {
    const { 'x-right': right, 'x-expired-token': expired } = marks.get(operation.operationId) ?? {}
    return { ...operation, api, right, acceptsExpired: expired === 'accepted', cases: casesByStatus(api, operation) }
  })
})

function casesByStatus(api: RealmName, { operationId, responses }: DocumentedOperation): Map<number, Case> {
  return new Map(
    [...responses.keys()].map((status) => {
      const found = cases[api][responseKey(operationId, status)]
      if (found === undefined) throw new Error(`${api} has no case ${responseKey(operationId, status)}`)
      return [Number(status), found]
    })
  )
}

/** The case in which the operation does what it is there for. */
export function successOf({ api, operationId, cases }: ApiOperation): { status: number; prepare: Case } {
  for (const [status, prepare] of cases) if (status < 300) return { status, prepare }
  throw new Error(`${api} ${operationId} documents no success`)
}

/** Sends a case's request. */
export function send(server: TestServer, operation: ApiOperation, request: CaseRequest): Promise<Answer> {
  const { path, headers, body } = prepareRequest(operation, request)
  return server.client.request(operation.method, path, { headers, ...(body !== '' && { raw: body }) })
}
