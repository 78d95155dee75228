import { readFileSync, mkdirSync, writeFileSync } from 'node:fs'

const HEADER = '/** Made from openapi/ by scripts/rights.mjs. Do not edit. */\n'

/**
 * Makes `<folder>/rights/<api>.ts` from the bundled contract `<folder>/<api>.json`: the right that each operation needs,
 * `x-right`, by operationId, for the refusals that the console shows. An API without rights has no such file.
 *
 * @param {string} folder
 * @param {string} api
 */
export function writeRights(folder, api) {
  const contract = JSON.parse(readFileSync(`${folder}/${api}.json`, 'utf8'))
  const operations = Object.values(contract.paths).flatMap((item) => Object.values(/** @type {object} */ (item)))
  const rights = Object.fromEntries(
    operations
      .filter((operation) => operation['x-right'] !== undefined)
      .map((operation) => [operation.operationId, operation['x-right']])
  )
  if (Object.keys(rights).length === 0) return
  mkdirSync(`${folder}/rights`, { recursive: true })
  const text = JSON.stringify(rights, null, 2)
  writeFileSync(`${folder}/rights/${api}.ts`, `${HEADER}export const rights = ${text} as const\n`)
}
