import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Keys that encrypt what is stored, derived (HKDF-SHA256) from the token secret: of the present one, then of the previous one. */
export function deriveSealKeys(purpose: string, secret: string, previous?: string): KeyObject[] {
  const secrets = previous === undefined ? [secret] : [secret, previous]
  return secrets.map((one) => createSecretKey(Buffer.from(hkdfSync('sha256', one, '', `quintet ${purpose}`, 32))))
}

/** Encrypts with the first key, such that it decrypts for this owner only. */
export function seal([key]: KeyObject[], owner: string, secret: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, key as KeyObject, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(owner))
  const encrypted = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString('base64url')
}

/** `outdated` when another key than the first decrypted it; undefined when none does. */
export function unseal(
  keys: KeyObject[],
  owner: string,
  sealed: string
): { secret: string; outdated: boolean } | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  for (const [index, key] of keys.entries()) {
    const secret = decrypt(key, owner, bytes)
    if (secret !== undefined) return { secret, outdated: index > 0 }
  }
  return undefined
}

function decrypt(key: KeyObject, owner: string, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}
