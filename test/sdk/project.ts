import { execFile } from 'node:child_process'
import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { packageRoot } from '../../src/config/package-root.js'

/** A consumer's project: empty but for the packed client package, installed, and what is to be tried with it. */
export interface Project {
  folder: string
  /** The file that `npm pack` made. */
  tarball: string
  remove(): Promise<void>
}

const run = promisify(execFile)
const inPackage = (path: string): string => fileURLToPath(new URL(path, packageRoot))

export async function createProject(type: 'module' | 'commonjs' = 'module'): Promise<Project> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'quintet-sdk-')))
  const pack = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: inPackage('generated/sdk') })
  const [{ filename }] = JSON.parse(pack.stdout) as [{ filename: string }]
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type }))
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`], { cwd: folder })
  await cp(inPackage('test/sdk/consumer'), folder, {
    recursive: true,
    filter: (path) => !path.endsWith('tsconfig.json')
  })
  return { folder, tarball: join(folder, filename), remove: () => rm(folder, { recursive: true }) }
}

/** Type-checks and compiles the project into its folder `built`; throws what the compiler says. */
export async function compile({ folder }: Project, options: Record<string, unknown>): Promise<void> {
  const compilerOptions = {
    target: 'ES2022',
    module: 'NodeNext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: false,
    outDir: 'built',
    ...options
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  const compiler = inPackage('node_modules/typescript/bin/tsc')
  try {
    await run(process.execPath, [compiler, '--project', folder])
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout, { cause: error })
  }
}

/** Compiler options of a project for browsers, and of one for Node with nothing of a browser. */
export const BROWSER = { lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [] }
export const NODE = { lib: ['ES2022'], types: ['node'], typeRoots: [inPackage('node_modules/@types')] }
