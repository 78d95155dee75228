import { fileURLToPath } from 'node:url'
import { Ajv, type AnySchemaObject } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'
import { packageRoot } from '../../src/config/package-root.js'
import type { ContractDocument } from '../../src/http/contract.js'
import type { DocumentedApi } from './model.js'
import type { Reference } from './operations.js'

const JSON_SCHEMA = '/content/application~1json/schema'

/**
 * A module with `check(operationId, body)`: the refusals of the contract's schema, in the words of the server. It is compiled
 * here, for a page may not compile code.
 */
export async function bodyChecks(document: ContractDocument, api: DocumentedApi): Promise<string> {
  const ajv = createAjv()
  ajv.addSchema(document as AnySchemaObject, 'contract')
  const operations = api.operations.filter(({ json }) => json !== undefined)
  const schemas = operations.map(({ path, method }) => schemaOf(document, path, method))
  // Operations may share a schema.
  const names = schemas.map((schema) => `body${schemas.indexOf(schema)}`)
  const validators = standaloneCode.default(
    ajv,
    Object.fromEntries(names.map((name, index) => [name, schemas[index]!]))
  )
  const table = operations.map(({ operationId }, index) => `${operationId}: validators.${names[index]}`)
  return bundleModule(validators, table.join(', '))
}

function createAjv(): Ajv {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateSchema: false,
    inlineRefs: false,
    code: { source: true, esm: true }
  })
  // What the server knows better: lengths in bytes, common passwords, and the like.
  for (const format of ['password', 'new-password', 'int32', 'int64', 'float', 'double', 'date-time', 'date', 'uri'])
    ajv.addFormat(format, true)
  ajv.addFormat('email', /^[^\s@]+@[^\s@]+$/)
  ajv.addKeyword({ keyword: 'x-null', macro: () => ({ enum: [null] }) })
  return ajv
}

/** Where the schema of a body is: in the operation, or in a component that several operations share. */
function schemaOf({ paths }: ContractDocument, path: string, method: string): string {
  const item = (paths as Record<string, Record<string, { requestBody?: Reference }>>)[path]!
  const shared = item[method.toLowerCase()]!.requestBody?.$ref
  const escaped = encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'))
  return `contract${shared ?? `#/paths/${escaped}/${method.toLowerCase()}/requestBody`}${JSON_SCHEMA}`
}

/** `table` has the validator of each operation. */
async function bundleModule(validators: string, table: string): Promise<string> {
  const folder = fileURLToPath(new URL('scripts/docs/browser/', packageRoot))
  const result = await build({
    stdin: {
      contents: `import * as validators from 'validators'
import { refusals } from '../refusals.ts'
const of = { ${table} }
export const check = (operationId, body) => refusals(of[operationId], body)`,
      resolveDir: folder
    },
    plugins: [
      {
        name: 'validators',
        setup(bundler) {
          bundler.onResolve({ filter: /^validators$/ }, () => ({ path: 'validators', namespace: 'made' }))
          bundler.onLoad({ filter: /.*/, namespace: 'made' }, () => ({ contents: validators, resolveDir: folder }))
        }
      }
    ],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8'
  })
  return result.outputFiles[0]!.text
}
