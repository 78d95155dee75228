import type { PasswordScheme } from './rules.js'

export type Work =
  { kind: 'hash'; scheme: PasswordScheme; password: string } | { kind: 'verify'; hash: string; password: string }

/** What a hashing process is sent. */
export type HashJob = Work & { id: number }

/** What it sends back. */
export type HashResult = { id: number; value: string | boolean } | { id: number; error: string }
