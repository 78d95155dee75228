import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readContract } from './contract.js'
import { clientDeclarations } from './declarations.js'
import { clientModule } from './javascript.js'
import { manifest } from './manifest.js'

/*
 * Makes generated/sdk, the client package, ready to be packed: its clients from the bundled contracts in generated/, its
 * lib from the compiled src/sdk. Runs in the folder of the project, after both have been made.
 */
const OUT = 'generated/sdk'
const APIS = ['tms', 'julong', 'waste-sorting', 'user-login', 'back-office']
const COMPILED = 'dist/src/sdk'

rmSync(OUT, { recursive: true, force: true })
mkdirSync(`${OUT}/lib`, { recursive: true })
mkdirSync(`${OUT}/contracts`)

for (const source of readdirSync('src/sdk').filter((file) => file.endsWith('.ts'))) {
  const name = source.replace(/\.ts$/, '')
  for (const ending of ['js', 'd.ts']) copyFileSync(`${COMPILED}/${name}.${ending}`, `${OUT}/lib/${name}.${ending}`)
}
copyFileSync('src/sdk/README.md', `${OUT}/README.md`)

for (const api of APIS) {
  const contract = readContract(api)
  const prefix = pascalCase(api)
  copyFileSync(`generated/${api}.ts`, `${OUT}/contracts/${api}.d.ts`)
  writeFileSync(`${OUT}/${api}.js`, clientModule(contract, `create${prefix}`))
  writeFileSync(`${OUT}/${api}.d.ts`, clientDeclarations(api, contract, prefix))
}

const shared = `export { Refused, UnexpectedAnswer } from './lib/problems.js'
export { browserStore } from './lib/browser-store.js'
export { memoryStore } from './lib/store.js'
`
const types = `export type { ClientOptions } from './lib/client.js'
export type { Retry } from './lib/operation.js'
export type { MemoryStore, TokenStore } from './lib/store.js'
export type { Answer, CallOptions } from './lib/types.js'
`
writeFileSync(`${OUT}/index.js`, APIS.map((api) => `export * from './${api}.js'\n`).join('') + shared)
writeFileSync(`${OUT}/index.d.ts`, APIS.map((api) => `export * from './${api}.js'\n`).join('') + shared + types)

const project = JSON.parse(readFileSync('package.json', 'utf8')) as Parameters<typeof manifest>[0]
writeFileSync(`${OUT}/package.json`, `${JSON.stringify(manifest(project, APIS), null, 2)}\n`)

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
