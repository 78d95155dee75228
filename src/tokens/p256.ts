import { createECDH, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** A public key of P-256 as JWK has it (RFC 7518, 6.2.1): the coordinates in base64url. */
export interface PublicJwk {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
}

/** The order of the group of points of P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const BYTES = 32
const HALF_ORDER = bytesOf(ORDER / 2n)

/** The private key that FIPS 186-5, A.2.1, makes of these random bytes, at least 40. */
export function privateKeyFrom(random: Uint8Array): KeyObject {
  const scalar = bytesOf((BigInt(`0x${Buffer.from(random).toString('hex')}`) % (ORDER - 1n)) + 1n)
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(scalar)
  const point = pair.getPublicKey()
  const [x, y] = [point.subarray(1, 1 + BYTES), point.subarray(1 + BYTES)]
  const [d, xText, yText] = [scalar, x, y].map((part) => part.toString('base64url')) as [string, string, string]
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: xText, y: yText, d } })
}

export function publicJwk(key: KeyObject): PublicJwk {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  return { kty: 'EC', crv: 'P-256', x, y }
}

/** The `kid` of a key: its thumbprint (RFC 7638) with SHA-256. */
export function thumbprint({ crv, kty, x, y }: PublicJwk): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
}

/**
 * A JWT of ES256 with the smaller of the two values that its `s` may have. Whoever has a token could make the other
 * signature without the key, and so a second text that is valid too.
 */
export function withSmallerS(token: string): string {
  const start = token.lastIndexOf('.') + 1
  const signature = Buffer.from(token.slice(start), 'base64url')
  const s = signature.subarray(BYTES)
  if (Buffer.compare(s, HALF_ORDER) <= 0) return token
  bytesOf(ORDER - BigInt(`0x${s.toString('hex')}`)).copy(s)
  return token.slice(0, start) + signature.toString('base64url')
}

/** Whether a JWT of ES256 has its signature in the only text that `withSmallerS` leaves. */
export function isOnlyForm(token: string): boolean {
  const text = token.slice(token.lastIndexOf('.') + 1)
  const signature = Buffer.from(text, 'base64url')
  if (signature.length !== 2 * BYTES || signature.toString('base64url') !== text) return false
  return Buffer.compare(signature.subarray(BYTES), HALF_ORDER) <= 0
}

function bytesOf(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(2 * BYTES, '0'), 'hex')
}
