import type { RightNode } from './rights-catalogue.ts'

/** What an account may grant, as far as it is known; the server decides. */
export interface Authority {
  /** Whether it has the right itself. */
  has: (rightId: number) => boolean
  /** Whether it has all that the role has. */
  covers: (role: { id: number; children: RightNode[] }) => boolean
}

/** It has every right, and no other role has as many. */
export const SUPER_ADMINISTRATOR = 0
export const NO_ROLE = -1

export function rightIdsOf(tree: readonly RightNode[]): number[] {
  return tree.flatMap(({ id, children = [] }) => [id, ...rightIdsOf(children)])
}

/** Of an account with this role and these rights. */
export function authorityOf(roleId: number, rights: readonly { id: number }[]): Authority {
  if (roleId === SUPER_ADMINISTRATOR) return { has: () => true, covers: () => true }
  const held = new Set(rights.map(({ id }) => id))
  return {
    has: (rightId) => held.has(rightId),
    covers: ({ id, children }) => id !== SUPER_ADMINISTRATOR && rightIdsOf(children).every((right) => held.has(right))
  }
}
