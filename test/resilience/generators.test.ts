import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { realmNames } from '../../src/config/realm-names.js'
import { packageRoot } from '../../src/config/package-root.js'
import { measuredTest, type Figure } from '../support/measured-test.js'

const run = promisify(execFile)

/** From PyPI; that of OpenAPI Generator brings the jar. */
const PACKAGES = ['openapi-spec-validator==0.9.0', 'openapi-generator-cli==7.26.0', 'openapi-python-client==0.29.1']
const LIMIT_MS = 5 * 60_000
const TYPESCRIPT = fileURLToPath(new URL('node_modules/typescript/bin/tsc', packageRoot))
const STRICT = ['--strict', '--noEmit', '--target', 'es2020', '--module', 'esnext', '--moduleResolution', 'bundler']

/** What is done with the contract in `file`; fails when the program does. */
interface Check {
  name: string
  check(file: string, output: string): Promise<void>
}

measuredTest(
  'contracts: validators and generators of other projects read each, and the generated code compiles',
  async (): Promise<Figure[]> => {
    const folder = await mkdtemp(join(tmpdir(), 'quintet-generators-'))
    try {
      await run('python3', ['-m', 'venv', folder])
      await program(folder, 'pip', 'install', '--quiet', ...PACKAGES)
      const figures: Figure[] = []
      for (const { name, check } of checksIn(folder)) {
        for (const api of realmNames) {
          const output = join(folder, 'output', name.replace(/\W+/g, '-'), api)
          await check(fileURLToPath(new URL(`openapi/${api}.yaml`, packageRoot)), output)
        }
        figures.push({ name, value: `${realmNames.length} of ${realmNames.length} contracts` })
      }
      return figures
    } finally {
      await rm(folder, { recursive: true })
    }
  }
)

function checksIn(folder: string): Check[] {
  const openapiGenerator = async (...args: string[]): Promise<void> => {
    const printed = await program(folder, 'openapi-generator-cli', ...args)
    if (/NULL_SCHEMA_ERR|Exception in thread/.test(printed)) throw new Error(printed)
  }
  const generate = (generator: string, file: string, output: string) =>
    openapiGenerator('generate', '-g', generator, '-i', file, '-o', output)
  const compilePython = (output: string) => program(folder, 'python', '-m', 'compileall', '-q', output)
  const plain = join(folder, 'plain.yaml')
  return [
    {
      name: 'openapi-spec-validator finds nothing',
      check: async (file) => void (await program(folder, 'openapi-spec-validator', file))
    },
    { name: 'OpenAPI Generator finds nothing', check: (file) => openapiGenerator('validate', '-i', file) },
    {
      name: 'OpenAPI Generator, typescript-fetch, compiled by tsc --strict',
      async check(file, output) {
        await generate('typescript-fetch', file, output)
        const sources = (await readdir(output)).filter((name) => name.endsWith('.ts'))
        await run(process.execPath, [TYPESCRIPT, ...STRICT, ...sources], { cwd: output, timeout: LIMIT_MS })
      }
    },
    {
      name: 'OpenAPI Generator, python, compiled',
      async check(file, output) {
        await generate('python', file, output)
        await compilePython(output)
      }
    },
    {
      name: 'openapi-python-client, compiled',
      async check(file, output) {
        // It would format its output with a program that is not there.
        await writeFile(plain, 'post_hooks: []\n')
        const printed = await program(
          folder,
          'openapi-python-client',
          ...['generate', '--path', file, '--output-path', output, '--meta', 'none', '--config', plain, '--overwrite']
        )
        if (/warning/i.test(printed)) throw new Error(printed)
        await compilePython(output)
      }
    }
  ]
}

/** Runs a program of the folder's Python environment; resolves with what it prints. */
async function program(folder: string, name: string, ...args: string[]): Promise<string> {
  const options = { timeout: LIMIT_MS, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, JAVA_OPTS: '-Xmx700m' } }
  const { stdout, stderr } = await run(join(folder, 'bin', name), args, options)
  return stdout + stderr
}
