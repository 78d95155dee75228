import type { ApiEntry } from './api.ts'
import { facts } from './server-facts.ts'

/** The APIs that the server has open. */
export function openApis(apis: readonly ApiEntry[]): ApiEntry[] {
  return apis.filter(({ name }) => facts.value?.apis.includes(name) ?? true)
}
