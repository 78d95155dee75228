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
    return this.length > this.places ? this.#dropLatest({ realm, network }) : undefined
  }

  /** The item whose turn it is; undefined of none. */
  shift(): Item | undefined {
    const realm = first(this.#realms)
    const network = realm && first(realm.value)
    if (realm === undefined || network === undefined) return undefined
    const item = network.value.shift()
    this.length -= 1
    // Both go to the end of their lines.
    realm.value.delete(network.key)
    if (network.value.length > 0) realm.value.set(network.key, network.value)
    this.#realms.delete(realm.key)
    if (realm.value.size > 0) this.#realms.set(realm.key, realm.value)
    return item
  }

  clear(): Item[] {
    const items = [...this.#realms.values()].flatMap((networks) => [...networks.values()].flat())
    this.#realms.clear()
    this.length = 0
    return items
  }

  #dropLatest(own: Requester): Item | undefined {
    const realm = largest(this.#realms, own.realm, itemsIn)
    const ownNetwork = realm?.key === own.realm ? own.network : undefined
    const network = realm && largest(realm.value, ownNetwork, ({ length }) => length)
    if (realm === undefined || network === undefined) return undefined
    const item = network.value.pop()
    this.length -= 1
    if (network.value.length === 0) realm.value.delete(network.key)
    if (realm.value.size === 0) this.#realms.delete(realm.key)
    return item
  }
}

interface Entry<Value> {
  key: string
  value: Value
}

function first<Value>(map: Map<string, Value>): Entry<Value> | undefined {
  const [entry] = map
  return entry && { key: entry[0], value: entry[1] }
}

function itemsIn(networks: Map<string, unknown[]>): number {
  let total = 0
  for (const { length } of networks.values()) total += length
  return total
}

/** The entry with the largest value; that of `own` when none is larger. */
function largest<Value>(
  map: Map<string, Value>,
  own: string | undefined,
  sizeOf: (value: Value) => number
): Entry<Value> | undefined {
  let found: (Entry<Value> & { size: number }) | undefined
  for (const [key, value] of map) {
    const size = sizeOf(value)
    if (found === undefined || size > found.size || (size === found.size && key === own)) found = { key, value, size }
  }
  return found
}
