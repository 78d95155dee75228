import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const VERSION = '4.32.5'
const PATIENCE_MS = 180_000

const run = promisify(execFile)

/** Installs Schemathesis into `folder` and returns the path of its program. Throws when Python or PyPI is not there. */
export async function installSchemathesis(folder: string): Promise<string> {
  const venv = join(folder, 'venv')
  await run('python3', ['-m', 'venv', venv], { timeout: PATIENCE_MS }).catch((error: Error) => {
    throw new Error(`python3 with its module venv is not here; install python3-venv: ${error.message}`)
  })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${VERSION}`]
  await run(join(venv, 'bin', 'python'), pip, { timeout: PATIENCE_MS }).catch((error: Error) => {
    throw new Error(`Schemathesis ${VERSION} could not be installed from PyPI: ${error.message}`)
  })
  return join(venv, 'bin', 'schemathesis')
}
