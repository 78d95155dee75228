import { createHmac, type KeyObject } from 'node:crypto'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json | undefined }
export type Claims = Record<string, Json | undefined>

export const HEADER: Claims = { alg: 'HS256', typ: 'JWT' }

/** The text of a part of a JWT. */
export function encode(part: Json): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

export function claimsOf(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims
}

export interface Crafted {
  key: KeyObject | Buffer | string
  payload: Json
  header?: Claims
  /** Of the HMAC, whatever the header says. */
  hash?: 'sha256' | 'sha384' | 'sha512'
}

/** A JWT with an HMAC as its signature, of which nothing is checked. */
export function craft({ key, payload, header = HEADER, hash = 'sha256' }: Crafted): string {
  const signed = `${encode(header)}.${encode(payload)}`
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`
}
