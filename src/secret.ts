import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.js'

/** The signing secret: the configured one, or in development one that is made once and kept in the data folder. */
export function withTokenSecret(config: Config): Config & { tokenSecret: string } {
  return { ...config, tokenSecret: config.tokenSecret ?? keptSecret(config.dataDir) }
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'token-secret')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8')
}
