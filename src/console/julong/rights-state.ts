import type { RightsCatalogue } from './rights-catalogue.ts'

/** What a role holds: its rights, and the menus of which it holds nothing below. Those above either go without saying. */
export interface Held {
  readonly rights: ReadonlySet<number>
  readonly menus: ReadonlySet<number>
}

export type Check = 'on' | 'off' | 'mixed'

/** `ids` are those that the role holds, menus among them. */
export function heldOf(catalogue: RightsCatalogue, ids: Iterable<number>): Held {
  const all = new Set(ids)
  const held = catalogue.items.filter(({ id }) => all.has(id))
  const alone = held.filter(({ id, isMenu }) => isMenu && !catalogue.below(id).some((item) => all.has(item.id)))
  return {
    rights: new Set(held.flatMap(({ id, isMenu }) => (isMenu ? [] : [id]))),
    menus: new Set(alone.map(({ id }) => id))
  }
}

/** The ids that make up what is held, with all menus above, in the order of the catalogue. */
export function idsOf(catalogue: RightsCatalogue, { rights, menus }: Held): number[] {
  const ids = new Set([...rights, ...menus].flatMap((id) => [id, ...catalogue.above(id)]))
  return catalogue.items.flatMap(({ id }) => (ids.has(id) ? [id] : []))
}

/** A menu shows its rights: all held, none, or some. */
export function checkOf(catalogue: RightsCatalogue, { rights }: Held, id: number): Check {
  const own = catalogue.rightsOf(id)
  const count = own.filter((right) => rights.has(right)).length
  if (count === 0) return 'off'
  return count === own.length ? 'on' : 'mixed'
}

/** Adds the rights of `id` that are missing and may be granted; takes them all away when none is missing. */
export function toggle(
  catalogue: RightsCatalogue,
  held: Held,
  id: number,
  mayGrant: (id: number) => boolean = () => true
): Held {
  const own = catalogue.rightsOf(id).filter(mayGrant)
  const missing = own.filter((right) => !held.rights.has(right))
  if (missing.length === 0) return { ...held, rights: without(held.rights, own) }
  const above = missing.flatMap((right) => catalogue.above(right))
  return { rights: new Set([...held.rights, ...missing]), menus: without(held.menus, above) }
}

/** Whether a menu can be held alone: nothing below it is held, nor itself. */
export function canBeAlone(catalogue: RightsCatalogue, { rights, menus }: Held, id: number): boolean {
  if (catalogue.find(id)?.isMenu !== true || menus.has(id)) return false
  return !catalogue.below(id).some((item) => rights.has(item.id) || menus.has(item.id))
}

/** Holds a menu alone, or no longer. */
export function toggleAlone(catalogue: RightsCatalogue, held: Held, id: number): Held {
  if (held.menus.has(id)) return { ...held, menus: without(held.menus, [id]) }
  if (!canBeAlone(catalogue, held, id)) return held
  return { ...held, menus: new Set([...without(held.menus, catalogue.above(id)), id]) }
}

/** What changes between two states. The menus that follow from rights are not among it. */
export function differenceOf(
  catalogue: RightsCatalogue,
  before: Held,
  after: Held
): { granted: number[]; revoked: number[] } {
  return { granted: gained(catalogue, before, after), revoked: gained(catalogue, after, before) }
}

function gained(catalogue: RightsCatalogue, from: Held, to: Held): number[] {
  const known = new Set(idsOf(catalogue, from))
  return idsOf(catalogue, to).filter((id) => !known.has(id) && (to.rights.has(id) || to.menus.has(id)))
}

function without(set: ReadonlySet<number>, ids: readonly number[]): ReadonlySet<number> {
  return new Set([...set].filter((id) => !ids.includes(id)))
}
