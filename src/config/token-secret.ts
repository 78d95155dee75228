import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.js'
import { prepareDataDir } from './data-dir.js'

/** The signing secret: the configured one, or in development one that is made once and kept in the data folder. */
export function withTokenSecret(config: Config): Config & { tokenSecret: string } {
  return { ...config, tokenSecret: config.tokenSecret ?? keptSecret(config.dataDir) }
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'token-secret')
  prepareDataDir(dataDir)
  if (!existsSync(path)) keepNewSecret(path)
  return readFileSync(path, 'utf8')
}

/** A hard link appears with its content in one step: of servers that start together all read the same secret. */
function keepNewSecret(path: string): void {
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(mine, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(mine)
  }
}
