import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { OpenAPIBackend, type Document, type Operation as DocumentedOperation } from 'openapi-backend'
import { isEmail } from '../realms/emails.js'
import type { RealmName } from '../config/realm-names.js'
import { packageRoot } from '../config/package-root.js'

export type Operation = DocumentedOperation & { operationId: string }

/** A bundled contract. A validator is compiled when it is first needed: a start does not wait for all of them. */
export interface Contract {
  document: Document
  /** Paths under which the API answers, `x-base-paths`. */
  basePaths: string[]
  /** Whether a query parameter that the contract does not name is an error. */
  refusesUnknownQuery: boolean
  operations: Operation[]
  requestValidators(operation: Operation): ValidateFunction[]
  /** Validators of the response body by status, `default` among them. */
  responseValidators(operation: Operation): Record<string, ValidateFunction>
}

export type ContractDocument = Document & { 'x-base-paths': string[]; 'x-unknown-query': string }

export function readContract(name: RealmName): ContractDocument {
  return JSON.parse(readFileSync(new URL(`generated/${name}.json`, packageRoot), 'utf8')) as ContractDocument
}

/** Formats that the contracts use beside those of OpenAPI: `password` and `new-password`. */
export type Formats = Record<'password' | 'new-password', (text: string) => boolean>

/** Without the prefix `urn:uuid:`, which ajv-formats takes too, and PostgreSQL does not. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** One validator for a whole contract, without coercion and defaults. Contracts are linted, not validated again. */
function createAjv(formats: Formats): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false })
  addFormats.default(ajv)
  ajv.addKeyword({ keyword: 'x-null', validate: (_only: boolean, value: unknown) => value === null })
  ajv.addFormat('email', { type: 'string', validate: isEmail })
  ajv.addFormat('uuid', UUID)
  for (const [format, validate] of Object.entries(formats)) ajv.addFormat(format, { type: 'string', validate })
  return ajv
}

export async function loadContract(name: RealmName, formats: Formats): Promise<Contract> {
  const document = readContract(name)
  const ajv = createAjv(formats)
  const api = new OpenAPIBackend({ definition: document, quick: true, customizeAjv: () => ajv })
  await api.init()
  return {
    document,
    basePaths: document['x-base-paths'],
    refusesUnknownQuery: document['x-unknown-query'] === 'refused',
    operations: api.getOperations().map(named),
    requestValidators: ({ operationId }) => api.validator.getRequestValidatorsForOperation(operationId) ?? [],
    responseValidators: ({ operationId }) =>
      (api.validator.getStatusBasedResponseValidatorForOperation(operationId) ?? {}) as Record<string, ValidateFunction>
  }
}

function named(operation: DocumentedOperation): Operation {
  const { operationId } = operation
  if (operationId === undefined) throw new Error(`${operation.method} ${operation.path} has no operationId`)
  return { ...operation, operationId }
}
