import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString, COMMENT_HEADER, NULL } from 'openapi-typescript'

/**
 * Makes `<folder>/<api>.ts`, the types of the bundled contract `<folder>/<api>.json`. A nullable text without
 * a character, or no type and `x-null`, is how a contract of OpenAPI 3.0 says `null` in words that other generators read.
 *
 * @param {string} folder
 * @param {string} api
 */
export async function writeTypes(folder, api) {
  const types = await openapiTS(pathToFileURL(`${folder}/${api}.json`), {
    defaultNonNullable: false,
    transform: (schema) => (isNull(schema) ? NULL : undefined)
  })
  writeFileSync(`${folder}/${api}.ts`, COMMENT_HEADER + astToString(types))
}

/** @param {{ type?: string, nullable?: boolean, maxLength?: number, 'x-null'?: boolean }} schema */
function isNull({ type, nullable, maxLength, 'x-null': only }) {
  return only === true || (type === 'string' && nullable === true && maxLength === 0)
}
