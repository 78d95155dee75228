import type { PasswordScheme } from './rules.js'
import type { HashCost } from './schemes.js'

export type Work =
  | { kind: 'hash'; scheme: PasswordScheme; cost: HashCost; password: string }
  | { kind: 'verify'; hash: string; password: string }

export type HashJob = Work & { id: number }

export type HashResult = { id: number; value: string | boolean } | { id: number; error: string }
