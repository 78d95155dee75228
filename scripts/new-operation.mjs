import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'
import { modelNames, operationIdOf, refusalOf, statusesOf, textsOf, withOperation } from './new-operation/contract.mjs'
import { handlerOf, testOf, withCases, withHandler } from './new-operation/sources.mjs'

/*
 * Writes the stubs of an operation. What is to be filled in is called TODO, which neither the linter nor the compiler
 * lets pass. Plain JavaScript, for it runs before anything is built.
 */
const USAGE = 'usage: npm run new:operation -- <api> <METHOD> <path> [operationId] [--public]'

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { public: { type: 'boolean' } } })
  const { files, models } = stubs(positionals, values.public === true)
  const texts = await Promise.all(Object.entries(files).map(([file, text]) => formatted(file, text)))
  Object.keys(files).forEach((file, index) => writeFileSync(file, texts[index]))
  console.log(
    `${Object.keys(files).join('\n')}\n\nSecurity, right and refusals are those of ${models}: change what differs.\n` +
      'Replace every TODO in these files, beginning with the contract; then: npm run generate'
  )
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}

/** The text of every file that the operation changes or makes. Throws where it cannot be added. */
function stubs([api, method, path, given], isPublic) {
  if (path === undefined) throw new Error(USAGE)
  const apis = Object.keys(parse(read('redocly.yaml')).apis)
  if (!apis.includes(api)) throw new Error(`the api must be one of ${apis.join(', ')}, not ${api}`)
  const yaml = read(`openapi/${api}.yaml`)
  const id = given ?? operationIdOf(method, path, parse(yaml)['x-base-paths'])
  const request = { api, method, path, id, isPublic }
  const made = {
    [`src/apis/${api}/${id}.ts`]: handlerOf(request),
    [`test/apis/${api}/${id}.test.ts`]: testOf(request, read(`src/realms/${api}.ts`))
  }
  const taken = Object.keys(made).find((file) => existsSync(file))
  const refusal = refusalOf(yaml, request) ?? (taken && `${taken} is there already`)
  if (refusal !== undefined) throw new Error(refusal)
  const chinese = textsOf(id).map((text) => `- en: ${text}\n  zh: TODO\n`)
  const cases = `test/contract/cases/${api}.ts`
  const files = {
    [`openapi/${api}.yaml`]: withOperation(yaml, request),
    [`docs/zh/${api}.yaml`]: read(`docs/zh/${api}.yaml`) + chinese.join(''),
    [`src/apis/${api}/index.ts`]: withHandler(read(`src/apis/${api}/index.ts`), request),
    [cases]: withCases(read(cases), request, statusesOf(yaml, request)),
    ...made
  }
  return { files, models: modelNames(yaml, request) }
}

async function formatted(filepath, text) {
  return format(text, { ...(await resolveConfig(filepath)), filepath })
}

function read(file) {
  return readFileSync(file, 'utf8')
}
