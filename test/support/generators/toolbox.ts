import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProgram } from '../../../scripts/programs.js'
import { packageRoot } from '../../../src/config/package-root.js'

/** A Python of its own in the folder, with these packages of PyPI. */
export async function installPython(folder: string, ...packages: string[]): Promise<void> {
  await runProgram('python3', ['-m', 'venv', folder])
  await runProgram(join(folder, 'bin/pip'), ['install', '--quiet', ...packages])
}

/** The hand-written part of a client, which calls what was generated. */
export function clientFile(name: string): string {
  return fileURLToPath(new URL(`test/support/generators/clients/${name}`, packageRoot))
}

/** The bundled contract of an API. */
export function contractFile(api: string): string {
  return fileURLToPath(new URL(`generated/${api}.json`, packageRoot))
}
