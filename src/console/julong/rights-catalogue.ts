/** A menu or a right, as `listRights` and `listRoles` nest them. */
export interface RightNode {
  id: number
  authName: string
  path: string
  children?: RightNode[]
}

export interface RightItem {
  id: number
  name: string
  path: string
  /** 0 at the top. */
  level: number
  parent: number | undefined
  /** It has something below it; what has not is a right, whatever its level. */
  isMenu: boolean
  /** Its place among those under the same menu, from 1, and how many these are. */
  place: number
  places: number
}

/** A tree of menus and rights, in its order. */
export class RightsCatalogue {
  readonly items: RightItem[] = []
  readonly #byId = new Map<number, RightItem>()

  constructor(tree: readonly RightNode[]) {
    this.#add(tree, 0, undefined)
  }

  #add(nodes: readonly RightNode[], level: number, parent: number | undefined): void {
    for (const [index, { id, authName: name, path, children = [] }] of nodes.entries()) {
      const place = { place: index + 1, places: nodes.length }
      const item = { id, name, path, level, parent, isMenu: children.length > 0, ...place }
      this.items.push(item)
      this.#byId.set(id, item)
      this.#add(children, level + 1, id)
    }
  }

  find(id: number): RightItem | undefined {
    return this.#byId.get(id)
  }

  /** The ids of the menus above, nearest first. */
  above(id: number): number[] {
    const parent = this.find(id)?.parent
    return parent === undefined ? [] : [parent, ...this.above(parent)]
  }

  /** All that is below, in the order of the tree. */
  below(id: number): RightItem[] {
    return this.items.filter((item) => this.above(item.id).includes(id))
  }

  /** The ids of the rights below a menu, or of the right itself. */
  rightsOf(id: number): number[] {
    const item = this.find(id)
    if (item === undefined) return []
    return item.isMenu ? this.below(id).flatMap((one) => (one.isMenu ? [] : [one.id])) : [id]
  }

  namesOf(ids: readonly number[]): string[] {
    return ids.map((id) => this.find(id)?.name ?? String(id))
  }
}
