import { shallowRef } from 'vue'
import { reading } from '../session/session.ts'
import { session } from './session.ts'

/** As many as one page of `listUsers` may have. */
const MOST = 1000

/** Names of accounts; empty until a field asks for them. */
export const userNames = shallowRef<readonly string[]>([])
/** The types that most tasks have; empty until a field asks for them. */
export const typeNames = shallowRef<readonly string[]>([])

session.onLogout(() => (userNames.value = typeNames.value = []))

/** Reads names once. Without them a name can be typed all the same. */
export async function loadUserNames(): Promise<void> {
  if (userNames.value.length > 0) return
  const query = { page: 1, limit: MOST }
  const answer = await session.call((api) => api.listUsers({ query, ...reading })).catch(() => undefined)
  userNames.value = answer?.body.data.users.map(({ username }) => username) ?? []
}

/** Reads types once, as `loadUserNames`. */
export async function loadTypeNames(): Promise<void> {
  if (typeNames.value.length > 0) return
  const answer = await session
    .call((api) => api.countTasks({ query: { by: 'type' }, ...reading }))
    .catch(() => undefined)
  typeNames.value = answer?.body.data.counts.flatMap(({ key }) => key || []) ?? []
}
