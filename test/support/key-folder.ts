import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of PEM files, as `TOKEN_KEY_DIR` names one. */
export interface KeyFolder {
  path: string
  /** Writes a private or a public key, or any text. */
  write(file: string, content: KeyObject | string): void
  remove(): void
}

export function keyFolder(): KeyFolder {
  const path = mkdtempSync(join(tmpdir(), 'quintet-keys-'))
  return {
    path,
    write: (file, content) => writeFileSync(join(path, file), typeof content === 'string' ? content : pemOf(content)),
    remove: () => rmSync(path, { recursive: true })
  }
}

export function newKey(namedCurve = 'prime256v1'): KeyObject {
  return generateKeyPairSync('ec', { namedCurve }).privateKey
}

function pemOf(key: KeyObject): string {
  return key.export({ type: key.type === 'private' ? 'pkcs8' : 'spki', format: 'pem' }).toString()
}
