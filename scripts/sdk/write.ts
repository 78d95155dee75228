import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { packageChangelog } from './changelog.js'
import { readContract } from './contract.js'
import { clientDeclarations } from './declarations.js'
import { clientModule } from './javascript.js'
import { manifest, MODULES_MANIFEST } from './manifest.js'
import { writeDeclarations, writeModule } from './modules.js'

const SOURCES = 'src/sdk'
const DECLARATIONS = 'dist/src/sdk'

const SHARED = `export { CallError, NetworkError, Refused, TimedOut, UnexpectedAnswer } from './lib/problems.js'
export { orThrow } from './lib/or-throw.js'
export { browserStore } from './lib/browser-store.js'
export { memoryStore } from './lib/store.js'
`
const TYPES = `export type { CallOptions, ClientOptions, Options, Retry } from './lib/options.js'
export type { Session } from './lib/session.js'
export type { SessionChange, SessionListener } from './lib/listeners.js'
export type { MemoryStore, TokenStore } from './lib/store.js'
export type { Answer } from './lib/types.js'
`

/**
 * Makes the client package, `<folder>/sdk`, ready to be packed: its clients from the bundled contracts and their types in
 * the folder, its lib from src/sdk and the declarations that are compiled from it. Runs in the folder of the project.
 */
export function writePackage(folder: string, apis: string[]): void {
  const out = `${folder}/sdk`
  for (const part of ['lib', 'contracts', 'esm']) mkdirSync(`${out}/${part}`, { recursive: true })
  copyLib(out)
  for (const api of apis) writeClient(folder, out, api)
  const index = [...apis.map((api) => `export * from './${api}.js'\n`), SHARED].join('')
  writeModule(out, 'index', index)
  writeDeclarations(out, 'index', index + TYPES)
  writeTexts(out, apis)
}

function copyLib(out: string): void {
  for (const source of readdirSync(SOURCES).filter((file) => file.endsWith('.ts'))) {
    const name = source.replace(/\.ts$/, '')
    writeModule(out, `lib/${name}`, readFileSync(`${SOURCES}/${source}`, 'utf8'))
    copyFileSync(`${DECLARATIONS}/${name}.d.ts`, `${out}/lib/${name}.d.ts`)
  }
}

function writeClient(folder: string, out: string, api: string): void {
  const contract = readContract(folder, api)
  const prefix = pascalCase(api)
  copyFileSync(`${folder}/${api}.ts`, `${out}/contracts/${api}.d.ts`)
  writeModule(out, api, clientModule(contract, `create${prefix}`))
  writeDeclarations(out, api, clientDeclarations(api, contract, prefix))
}

function writeTexts(out: string, apis: string[]): void {
  const project = JSON.parse(readFileSync('package.json', 'utf8')) as Parameters<typeof manifest>[0]
  const write = (path: string, content: object): void =>
    writeFileSync(`${out}/${path}`, `${JSON.stringify(content, null, 2)}\n`)
  write('package.json', manifest(project, apis))
  write('esm/package.json', MODULES_MANIFEST)
  copyFileSync(`${SOURCES}/README.md`, `${out}/README.md`)
  copyFileSync('LICENSE', `${out}/LICENSE`)
  writeFileSync(`${out}/CHANGELOG.md`, packageChangelog(readFileSync('CHANGELOG.md', 'utf8')))
}

function pascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
