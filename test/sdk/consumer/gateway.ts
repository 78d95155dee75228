import type { Orders } from './orders.js'

/** What a scenario is given: where the server is, behind a gateway that the scenario controls. */
export interface World {
  origin: string
}

/** Scenarios by what they show. Each throws when it is not so. */
export type Scenarios = Record<string, (world: World) => Promise<void>>

/** Tells the gateway what to do with the next requests to a path. */
export async function tellGateway({ origin }: World, orders: Orders): Promise<void> {
  await fetch(`${origin}/_gateway/orders`, { method: 'POST', body: JSON.stringify(orders) })
}

/** How many requests to this path the gateway has seen. */
export async function seen({ origin }: World, path: string): Promise<number> {
  const response = await fetch(`${origin}/_gateway/seen?path=${encodeURIComponent(path)}`)
  return Number(await response.text())
}

/** The headers of the last request to this path. */
export async function lastHeaders({ origin }: World, path: string): Promise<Record<string, string>> {
  const response = await fetch(`${origin}/_gateway/headers?path=${encodeURIComponent(path)}`)
  return response.json() as Promise<Record<string, string>>
}

/** A token of a new account of user-login that ends in these seconds. */
export async function tokenEnding({ origin }: World, seconds: number): Promise<string> {
  const response = await fetch(`${origin}/_gateway/token?seconds=${seconds}`)
  return response.text()
}

/** An expired token of a new account of user-login. */
export const expiredToken = (world: World): Promise<string> => tokenEnding(world, -60)
