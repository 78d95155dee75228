import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { OpenAPIBackend, type Document, type Operation } from 'openapi-backend'
import { isEmail } from '../realms/emails.js'
import type { RealmName } from '../config/realm-names.js'
import { packageRoot } from '../config/package-root.js'

export type { Operation } from 'openapi-backend'

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

/** The bundled contract of an API as data. */
export function readContract(name: RealmName): ContractDocument {
  return JSON.parse(readFileSync(new URL(`generated/${name}.json`, packageRoot), 'utf8')) as ContractDocument
}

/** Formats that the contracts use beside those of OpenAPI: `password` and `new-password`. */
export type Formats = Record<'password' | 'new-password', (text: string) => boolean>

/** One validator for a whole contract, without coercion and defaults. Contracts are linted, not validated again. */
function createAjv(formats: Formats): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false })
  addFormats.default(ajv)
  ajv.addFormat('email', { type: 'string', validate: isEmail })
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
    operations: api.getOperations(),
    requestValidators: (operation) => api.validator.getRequestValidatorsForOperation(operation.operationId!) ?? [],
    responseValidators: (operation) =>
      (api.validator.getStatusBasedResponseValidatorForOperation(operation.operationId!) ?? {}) as Record<
        string,
        ValidateFunction
      >
  }
}
