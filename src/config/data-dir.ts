import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConfigError } from './error.js'

const FOR_THIS_USER = 0o700
const IN_THE_WAY = new Set(['EEXIST', 'ENOTDIR'])
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS'])
const NO_PLACE = new Set(['ENOENT', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'EOPNOTSUPP'])

/** Makes the data folder where it is not there, which others may not enter. Throws `ConfigError` when it cannot be made or written. */
export function prepareDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir, FOR_THIS_USER)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (IN_THE_WAY.has(code)) throw new ConfigError(`DATA_DIR ${dataDir}: a file is in its place; name a folder`)
    if (READ_ONLY.has(code)) {
      throw new ConfigError(
        `DATA_DIR ${dataDir}: this user may not write there (${code}); name another folder or change its owner`
      )
    }
    if (NO_PLACE.has(code)) {
      throw new ConfigError(`DATA_DIR ${dataDir}: no folder can be made there (${code}); name another folder`)
    }
    throw error
  }
}

/** Node's own recursion never ends where a folder is there and takes none, as `/proc`. */
function makeFolder(folder: string, mode?: number): void {
  const above = dirname(folder)
  if (above !== folder && !existsSync(above)) makeFolder(above)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST' && statSync(folder).isDirectory()
    if (!isThere) throw error
  }
}
