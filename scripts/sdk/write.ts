import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readContract } from './contract.js'
import { clientDeclarations } from './declarations.js'
import { clientModule } from './javascript.js'
import { manifest } from './manifest.js'

const COMPILED = 'dist/src/sdk'

const SHARED = `export { Refused, UnexpectedAnswer } from './lib/problems.js'
export { browserStore } from './lib/browser-store.js'
export { memoryStore } from './lib/store.js'
`
const TYPES = `export type { ClientOptions } from './lib/client.js'
export type { Retry } from './lib/operation.js'
export type { MemoryStore, TokenStore } from './lib/store.js'
export type { Answer, CallOptions } from './lib/types.js'
`

/**
 * Makes the client package, `<folder>/sdk`, ready to be packed: its clients from the bundled contracts and their types in
 * the folder, its lib from the compiled src/sdk. Runs in the folder of the project.
 */
export function writePackage(folder: string, apis: string[]): void {
  const out = `${folder}/sdk`
  mkdirSync(`${out}/lib`, { recursive: true })
  mkdirSync(`${out}/contracts`)
  copyLib(out)
  for (const api of apis) writeClient(folder, out, api)
  const clients = apis.map((api) => `export * from './${api}.js'\n`).join('')
  writeFileSync(`${out}/index.js`, clients + SHARED)
  writeFileSync(`${out}/index.d.ts`, clients + SHARED + TYPES)
  const project = JSON.parse(readFileSync('package.json', 'utf8')) as Parameters<typeof manifest>[0]
  writeFileSync(`${out}/package.json`, `${JSON.stringify(manifest(project, apis), null, 2)}\n`)
}

function copyLib(out: string): void {
  for (const source of readdirSync('src/sdk').filter((file) => file.endsWith('.ts'))) {
    const name = source.replace(/\.ts$/, '')
    for (const ending of ['js', 'd.ts']) copyFileSync(`${COMPILED}/${name}.${ending}`, `${out}/lib/${name}.${ending}`)
  }
  copyFileSync('src/sdk/README.md', `${out}/README.md`)
}

function writeClient(folder: string, out: string, api: string): void {
  const contract = readContract(folder, api)
  const prefix = pascalCase(api)
  copyFileSync(`${folder}/${api}.ts`, `${out}/contracts/${api}.d.ts`)
  writeFileSync(`${out}/${api}.js`, clientModule(contract, `create${prefix}`))
  writeFileSync(`${out}/${api}.d.ts`, clientDeclarations(api, contract, prefix))
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
