import { copyFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'
import { runProgram } from '../programs.js'

/** What it runs on. */
export const NEEDED = ['java', 'python3']

/** Its version, from PyPI, with a hash of the file that holds the jar. */
const REQUIREMENTS = inProject('scripts/sdks/requirements.txt')
const FOLDER = inProject('dist/openapi-generator')
const BARE = ['apiTests', 'modelTests', 'apiDocs', 'modelDocs'].map((part) => `${part}=false`).join(',')

/** Installs OpenAPI Generator below dist/, where it is not there in this version. */
export async function installOpenapiGenerator(): Promise<void> {
  const installed = join(FOLDER, 'requirements.txt')
  if ((await readFile(installed, 'utf8').catch(() => '')) === (await readFile(REQUIREMENTS, 'utf8'))) return
  await rm(FOLDER, { recursive: true, force: true })
  await runProgram('python3', ['-m', 'venv', FOLDER])
  const args = ['install', '--quiet', '--no-deps', '--require-hashes', '-r', REQUIREMENTS]
  await runProgram(join(FOLDER, 'bin/pip'), args)
  await copyFile(REQUIREMENTS, installed)
}

/** Runs its command line; resolves with what it prints. */
export function runOpenapiGenerator(args: string[]): Promise<string> {
  return runProgram(join(FOLDER, 'bin/openapi-generator-cli'), args, { env: { JAVA_OPTS: '-Xmx700m' } })
}

/** Generates a client, without tests and documentation. */
export async function generateClient(
  generator: string,
  contract: string,
  output: string,
  more: string[] = []
): Promise<void> {
  const args = ['generate', '-g', generator, '-i', contract, '-o', output, '--global-property', BARE, ...more]
  await runOpenapiGenerator(args)
}

function inProject(path: string): string {
  return fileURLToPath(new URL(path, packageRoot))
}
