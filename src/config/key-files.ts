import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './error.js'
import type { RealmName } from './realm-names.js'

/** For each realm the private key that signs and, where it has a file, the one before it, private or public. */
export type KeyFiles = Partial<Record<RealmName, [KeyObject, ...KeyObject[]]>>

interface KeyFile {
  path: string
  key: KeyObject
}

/**
 * The keys of these realms in a folder, `<realm>.pem` and `<realm>.previous.pem`; none without a folder. Throws
 * `ConfigError` for a file that is missing or unreadable, for a key of another kind than P-256, and for a key that is
 * there twice.
 */
export function readKeyFiles(folder: string | undefined, realms: readonly RealmName[]): KeyFiles {
  if (folder === undefined) return {}
  const files = realms.map((realm) => [realm, filesOf(folder, realm)] as const)
  refuseTwice(files.flatMap(([, ofRealm]) => ofRealm))
  return Object.fromEntries(
    files.map(([realm, [{ key }, ...others]]) => [realm, [key, ...others.map((other) => other.key)]])
  )
}

function filesOf(folder: string, realm: RealmName): [KeyFile, ...KeyFile[]] {
  const [current, previous] = [join(folder, `${realm}.pem`), join(folder, `${realm}.previous.pem`)]
  const file = { path: current, key: readKey(current, createPrivateKey) }
  return existsSync(previous) ? [file, { path: previous, key: readKey(previous, createPublicKey) }] : [file]
}

function readKey(path: string, parse: (pem: string) => KeyObject): KeyObject {
  const key = parsed(path, textOf(path), parse)
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
  if (details?.namedCurve === 'prime256v1') return key
  throw refusal(path, `is of ${details?.namedCurve ?? type}, and ES256 takes a key of P-256 (prime256v1) alone`)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') throw refusal(path, `cannot be read (${code})`)
    const command = `openssl ecparam -name prime256v1 -genkey -noout -out ${path}`
    throw refusal(path, `is not there; make it with: ${command}`)
  }
}

function parsed(path: string, text: string, parse: (pem: string) => KeyObject): KeyObject {
  if (text.includes('ENCRYPTED')) throw refusal(path, 'is encrypted; the server has no passphrase for it')
  try {
    return parse(text)
  } catch {
    throw refusal(path, `has no ${parse === createPrivateKey ? 'private ' : ''}key in PEM`)
  }
}

/** A key belongs to one realm, and one that is replaced is another. */
function refuseTwice(files: KeyFile[]): void {
  const paths = new Map<string, string>()
  for (const { path, key } of files) {
    const publicKey = key.type === 'private' ? createPublicKey(key) : key
    const text = publicKey.export({ type: 'spki', format: 'der' }).toString('hex')
    const other = paths.get(text)
    if (other !== undefined) throw refusal(path, `has the key of ${other}`)
    paths.set(text, path)
  }
}

function refusal(path: string, what: string): ConfigError {
  return new ConfigError(`TOKEN_KEY_DIR: ${path} ${what}`)
}
