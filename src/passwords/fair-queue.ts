/** For whom a password is hashed. */
export interface Requester {
  realm: string
  network: string
}

/** A bounded queue that serves realms in turn, and the networks of a realm in turn. */
export class FairQueue<Item> {
  length = 0
  readonly #realms = new Map<string, Map<string, Item[]>>()

  constructor(readonly places: number) {}

  /** Adds the item. Returns the one that a full queue drops: the latest of the network that has most. */
  push({ realm, network }: Requester, item: Item): Item | undefined {
    const networks = this.#realms.get(realm) ?? new Map<string, Item[]>()
    const items = networks.get(network) ?? []
    items.push(item)
    this.#realms.set(realm, networks.set(network, items))
    this.length += 1
    return this.length > this.places ? this.#dropLatest(realm, network) : undefined
  }

  /** The item whose turn it is; undefined of none. */
  shift(): Item | undefined {
    const [realm, networks] = first(this.#realms)
    if (realm === undefined || networks === undefined) return undefined
    const [network, items] = first(networks)
    const item = items?.shift()
    this.length -= 1
    // Both go to the end of their lines.
    networks.delete(network!)
    if (items!.length > 0) networks.set(network!, items!)
    this.#realms.delete(realm)
    if (networks.size > 0) this.#realms.set(realm, networks)
    return item
  }

  /** Takes out all. */
  clear(): Item[] {
    const items = [...this.#realms.values()].flatMap((networks) => [...networks.values()].flat())
    this.#realms.clear()
    this.length = 0
    return items
  }

  #dropLatest(ownRealm: string, ownNetwork: string): Item | undefined {
    const realm = most(this.#realms, ownRealm, (networks) => sum(networks))
    const networks = this.#realms.get(realm)!
    const network = most(networks, realm === ownRealm ? ownNetwork : undefined, ({ length }) => length)
    const items = networks.get(network)!
    const item = items.pop()
    this.length -= 1
    if (items.length === 0) networks.delete(network)
    if (networks.size === 0) this.#realms.delete(realm)
    return item
  }
}

function first<Value>(map: Map<string, Value>): [string, Value] | [undefined, undefined] {
  const next = map.entries().next()
  return next.done ? [undefined, undefined] : next.value
}

function sum(networks: Map<string, unknown[]>): number {
  let total = 0
  for (const { length } of networks.values()) total += length
  return total
}

/** The key of the largest value; `own` when none is larger than its. */
function most<Value>(map: Map<string, Value>, own: string | undefined, size: (value: Value) => number): string {
  let [largest, key] = own === undefined ? [-1, ''] : [size(map.get(own)!), own]
  for (const [other, value] of map) {
    const otherSize = size(value)
    if (otherSize > largest) [largest, key] = [otherSize, other]
  }
  return key
}
