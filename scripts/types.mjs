import { writeFileSync } from 'node:fs'
import openapiTS, { astToString, COMMENT_HEADER, NULL } from 'openapi-typescript'

/*
 * Makes generated/<api>.ts, the types of each bundled contract that is named. A schema that no object satisfies is how a
 * contract of OpenAPI 3.0 says `null` in words that other generators read.
 */
for (const api of process.argv.slice(2)) {
  const contract = new URL(`../generated/${api}.json`, import.meta.url)
  const types = await openapiTS(contract, {
    defaultNonNullable: false,
    transform: (schema) => (isNull(schema) ? NULL : undefined)
  })
  writeFileSync(new URL(`../generated/${api}.ts`, import.meta.url), COMMENT_HEADER + astToString(types))
}

/** @param {{ nullable?: boolean, additionalProperties?: unknown, properties?: object, minProperties?: number }} schema */
function isNull({ nullable, additionalProperties, properties = {}, minProperties = 0 }) {
  return nullable === true && additionalProperties === false && minProperties > Object.keys(properties).length
}
