import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { runProgram } from '../../../scripts/programs.js'
import { generateClient, installOpenapiGenerator, NEEDED } from '../../../scripts/sdks/openapi-generator.js'
import { packageRoot } from '../../../src/config/package-root.js'
import type { Generator } from './generator.js'
import { clientFile } from './toolbox.js'

const TYPESCRIPT = fileURLToPath(new URL('node_modules/typescript/bin/tsc', packageRoot))
const STRICT = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable']
const MODULES = ['--module', 'esnext', '--moduleResolution', 'bundler', '--types', 'node']

interface Written {
  name: string
  needs?: string[]
  packages: string[]
  /** The hand-written part, and what of the generated one is compiled. */
  client: string
  entry: string
  installMore?(folder: string): Promise<void>
  write(folder: string, contract: string, output: string): Promise<unknown>
}

/** A generator of TypeScript, whose output is compiled strictly and bundled with the caller. */
function typescript({ name, needs = [], packages, installMore, client, entry, write }: Written): Generator {
  return {
    name,
    needs: ['npm', ...needs],
    async install(folder) {
      await mkdir(folder, { recursive: true })
      await installMore?.(folder)
      await writeFile(join(folder, 'package.json'), '{"private":true}')
      await runProgram('npm', ['install', '--silent', '--ignore-scripts', '@types/node@20', ...packages], {
        cwd: folder
      })
    },
    async generate(folder, contract, output) {
      await mkdir(output, { recursive: true })
      await write(folder, contract, output)
      await runProgram(process.execPath, [TYPESCRIPT, ...STRICT, ...MODULES, join(output, entry)], { cwd: folder })
      const outfile = join(output, 'run.mjs')
      const alias = { client: clientFile(client), generated: output }
      const nodePaths = [join(folder, 'node_modules')]
      const options = { bundle: true, platform: 'node', format: 'esm' } as const
      await build({ entryPoints: [clientFile('run.mjs')], outfile, alias, nodePaths, ...options })
      return (origin, scenario) => runProgram(process.execPath, [outfile, origin, scenario])
    }
  }
}

const bin = (folder: string, name: string): string => join(folder, 'node_modules/.bin', name)

export const heyApi = typescript({
  name: 'hey-api 0.95, TypeScript',
  packages: ['@hey-api/openapi-ts@0.95.0', 'typescript@5.9'],
  client: 'hey-api.mjs',
  entry: 'index.ts',
  write: (folder, contract, output) =>
    runProgram(bin(folder, 'openapi-ts'), ['-i', contract, '-o', output, '-c', '@hey-api/client-fetch'])
})

export const openapiFetch = typescript({
  name: 'openapi-typescript 7.13 and openapi-fetch 0.17, TypeScript',
  packages: ['openapi-typescript@7.13.0', 'openapi-fetch@0.17.0', 'typescript@5.9'],
  client: 'openapi-fetch.mjs',
  entry: 'types.ts',
  write: (folder, contract, output) =>
    // In another folder it would read redocly.yaml.
    runProgram(bin(folder, 'openapi-typescript'), [contract, '-o', join(output, 'types.ts')], { cwd: folder })
})

export const orval = typescript({
  name: 'orval 7, TypeScript',
  packages: ['orval@7', 'typescript@5.9'],
  client: 'orval.mjs',
  entry: 'client.ts',
  async write(folder, contract, output) {
    const config = join(output, 'orval.config.cjs')
    const made = { target: join(output, 'client.ts'), client: 'fetch' }
    await writeFile(config, `module.exports = ${JSON.stringify({ api: { input: contract, output: made } })}\n`)
    await runProgram(bin(folder, 'orval'), ['--config', config], { cwd: folder })
  }
})

export const typescriptFetch = typescript({
  name: 'OpenAPI Generator 7.26, typescript-fetch',
  needs: NEEDED,
  packages: [],
  installMore: installOpenapiGenerator,
  client: 'typescript-fetch.mjs',
  entry: 'index.ts',
  write: (_folder, contract, output) => generateClient('typescript-fetch', contract, output)
})
