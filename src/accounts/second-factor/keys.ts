import type { KeyObject } from 'node:crypto'
import type { AccountId } from '../../realms/realm.js'
import { deriveSealKeys } from '../../tokens/secret-box.js'

export function deriveFactorKeys(secret: string, previous?: string): KeyObject[] {
  return deriveSealKeys('second factor', secret, previous)
}

/** Names the account, so that its encrypted secret decrypts for no other. */
export const ownerOf = ({ name }: { name: string }, id: AccountId): string => `${name} ${id}`
