import type { PasswordScheme } from './rules.js'

export type Work =
  { kind: 'hash'; scheme: PasswordScheme; password: string } | { kind: 'verify'; hash: string; password: string }

export type HashJob = Work & { id: number }

export type HashResult = { id: number; value: string | boolean } | { id: number; error: string }
