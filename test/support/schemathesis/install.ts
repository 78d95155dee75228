import { join } from 'node:path'
import { installFromPypi } from '../pypi.js'

export const VERSION = '4.32.5'

/** Installs Schemathesis into `folder` and returns the path of its program. Throws when Python or PyPI is not there. */
export async function installSchemathesis(folder: string): Promise<string> {
  return join(await installFromPypi(folder, [`schemathesis==${VERSION}`]), 'schemathesis')
}
