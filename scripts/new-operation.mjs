import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { parse } from 'yaml'
import { operationIdOf, refusalOf, textsOf, withOperation } from './new-operation/contract.mjs'
import { handlerOf, testOf, withCases, withHandler } from './new-operation/sources.mjs'

/*
 * `npm run new:operation -- <api> <METHOD> <path> [operationId]`: writes the stubs of an operation. What is to be filled in
 * is called TODO, which neither the linter nor the compiler lets pass. Plain JavaScript, for it runs before anything is built.
 */
const [api, method, path, given] = process.argv.slice(2)

try {
  const files = stubs()
  for (const [file, text] of files) writeFileSync(file, text)
  console.log(
    `${[...files.keys()].join('\n')}\n\nReplace every TODO in them, beginning with the contract; then: npm run generate`
  )
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}

/** The text of every file that the operation changes or makes. Throws where it cannot be added. */
function stubs() {
  if (path === undefined) throw new Error('usage: npm run new:operation -- <api> <METHOD> <path> [operationId]')
  const apis = Object.keys(parse(read('redocly.yaml')).apis)
  if (!apis.includes(api)) throw new Error(`the api must be one of ${apis.join(', ')}, not ${api}`)
  const yaml = read(`openapi/${api}.yaml`)
  const id = given ?? operationIdOf(method, path, parse(yaml)['x-base-paths'])
  const request = { api, method, path, id }
  const made = { [`src/apis/${api}/${id}.ts`]: handlerOf(request), [`test/apis/${api}/${id}.test.ts`]: testOf(request) }
  const taken = Object.keys(made).find((file) => existsSync(file))
  const refusal = refusalOf(yaml, request) ?? (taken && `${taken} is there already`)
  if (refusal !== undefined) throw new Error(refusal)
  const chinese = textsOf(id).map((text) => `- en: ${text}\n  zh: TODO\n`)
  return new Map([
    [`openapi/${api}.yaml`, withOperation(yaml, request)],
    [`docs/zh/${api}.yaml`, read(`docs/zh/${api}.yaml`) + chinese.join('')],
    [`src/apis/${api}/index.ts`, withHandler(read(`src/apis/${api}/index.ts`), request)],
    [`test/contract/cases/${api}.ts`, withCases(read(`test/contract/cases/${api}.ts`), request)],
    ...Object.entries(made)
  ])
}

function read(file) {
  return readFileSync(file, 'utf8')
}
