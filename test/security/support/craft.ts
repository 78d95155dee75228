import { createHmac, KeyObject, sign } from 'node:crypto'
import { withSmallerS } from '../../../src/tokens/p256.js'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined }
export type Claims = Record<string, Json | undefined>

export const HEADER: Claims = { alg: 'HS256', typ: 'JWT' }

/** The text of a part of a JWT. */
export function encode(part: Json): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

export function headerOf(token: string): Claims {
  return decode(token.split('.')[0])
}

export function claimsOf(token: string): Claims {
  return decode(token.split('.')[1])
}

function decode(part = ''): Claims {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims
}

export interface Crafted {
  /** A private one makes an ECDSA signature, as ES256 does with P-256; all else is the key of an HMAC. */
  key: KeyObject | Buffer | string
  payload: Json
  header?: Claims
  /** Of the HMAC, whatever the header says. */
  hash?: 'sha256' | 'sha384' | 'sha512'
}

/** A JWT of which nothing is checked. */
export function craft({ key, payload, header = HEADER, hash = 'sha256' }: Crafted): string {
  const signed = `${encode(header)}.${encode(payload)}`
  if (!(key instanceof KeyObject && key.type === 'private')) {
    return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`
  }
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
  const token = `${signed}.${signature.toString('base64url')}`
  return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? withSmallerS(token) : token
}
