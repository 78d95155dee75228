import { lacking } from './programs.js'
import { go } from './sdks/go.js'
import { java } from './sdks/java.js'
import type { Language } from './sdks/language.js'
import { installOpenapiGenerator, NEEDED } from './sdks/openapi-generator.js'
import { python } from './sdks/python.js'
import { writeSdk } from './sdks/write.js'

/*
 * `npm run sdks -- python go java`: makes the client packages of these languages from the contracts, `dist/sdk-<language>`,
 * or all when none is named.
 */
const languages: Record<string, Language> = { python, go, java }

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(languages)
const unknown = wanted.filter((name) => languages[name] === undefined)
if (unknown.length > 0)
  refuse(`there is no package for ${unknown.join(', ')}: name ${Object.keys(languages).join(', ')}`)
const missing = lacking(NEEDED)
if (missing.length > 0) refuse(`OpenAPI Generator needs ${missing.join(' and ')}, not found on PATH`)

await installOpenapiGenerator()
for (const name of wanted) console.log(await writeSdk(languages[name]!))

function refuse(reason: string): never {
  console.error(`cannot make the packages: ${reason}`)
  process.exit(1)
}
