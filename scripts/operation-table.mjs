import { readFileSync, mkdirSync, writeFileSync } from 'node:fs'

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/**
 * What these tables read of an operation.
 *
 * @typedef {{ operationId: string, requestBody?: object, 'x-right'?: string }} Operation
 */

/**
 * Makes `<folder>/<table>/<api>.ts` from the bundled contract `<folder>/<api>.json`: a value by operationId. An operation for
 * which `valueOf` gives undefined is left out; an API without any has no such file.
 *
 * @param {string} table the name of the folder, of what the file exports and of the script that makes it
 * @param {string} folder
 * @param {string} api
 * @param {(operation: Operation, contract: object) => unknown} valueOf
 */
export function writeOperationTable(table, folder, api, valueOf) {
  const contract = JSON.parse(readFileSync(`${folder}/${api}.json`, 'utf8'))
  const operations = Object.values(contract.paths)
    .flatMap((item) => METHODS.map((method) => item[method]))
    .filter((operation) => operation !== undefined)
  const values = operations
    .map((operation) => [operation.operationId, valueOf(operation, contract)])
    .filter(([, value]) => value !== undefined)
  if (values.length === 0) return
  mkdirSync(`${folder}/${table}`, { recursive: true })
  const text = JSON.stringify(Object.fromEntries(values), null, 2)
  const header = `/** Made from openapi/ by scripts/${table}.mjs. Do not edit. */`
  writeFileSync(`${folder}/${table}/${api}.ts`, `${header}\nexport const ${table} = ${text} as const\n`)
}
