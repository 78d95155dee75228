import type { Right } from './rights.js'

export interface RightNode extends Right {
  children: RightNode[]
}

export function treeOf(rights: Right[]): RightNode[] {
  const nodesUnder = (pid: number): RightNode[] =>
    rights.filter((right) => right.pid === pid).map((right) => ({ ...right, children: nodesUnder(right.id) }))
  return nodesUnder(0)
}

/** The right of this id and those above it, as far as `rights` has them. */
export function withThoseAbove(rights: Right[], id: number): Right[] {
  const right = rights.find((candidate) => candidate.id === id)
  return right === undefined ? [] : [right, ...withThoseAbove(rights, right.pid)]
}

/** The right of this id and those below it, as far as `rights` has them. */
export function withThoseBelow(rights: Right[], id: number): Right[] {
  return rights.filter((right) => withThoseAbove(rights, right.id).some((above) => above.id === id))
}
