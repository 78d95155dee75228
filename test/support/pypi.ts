import { join } from 'node:path'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'

const PATIENCE_MS = 180_000

const run = promisify(execFile)

/**
 * Installs packages of Python, each as `name==version`, into `folder/venv`, and returns the folder of their programs.
 * Throws when Python or PyPI is not there.
 */
export async function installFromPypi(folder: string, packages: string[], python = 'python3'): Promise<string> {
  const venv = join(folder, 'venv')
  await run(python, ['-m', 'venv', venv], { timeout: PATIENCE_MS }).catch((error: Error) => {
    throw new Error(`${python} with its module venv is not here; install python3-venv: ${error.message}`)
  })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]
  await run(join(venv, 'bin', 'python'), pip, { timeout: PATIENCE_MS }).catch((error: Error) => {
    throw new Error(`${packages.join(', ')} could not be installed from PyPI: ${error.message}`)
  })
  return join(venv, 'bin')
}
