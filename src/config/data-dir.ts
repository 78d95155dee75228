import { accessSync, constants, mkdirSync } from 'node:fs'
import { ConfigError } from './error.js'

const IN_THE_WAY = new Set(['EEXIST', 'ENOTDIR'])
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS'])

/** Makes the data folder where it is not there. Throws `ConfigError` when it cannot be made or written. */
export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (IN_THE_WAY.has(code)) throw new ConfigError(`DATA_DIR ${dataDir}: a file is in its place; name a folder`)
    if (READ_ONLY.has(code)) {
      throw new ConfigError(
        `DATA_DIR ${dataDir}: this user may not write there (${code}); name another folder or change its owner`
      )
    }
    throw error
  }
}
