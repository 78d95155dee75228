import type { Locator, Page } from 'playwright-core'
import { tmsRealm } from '../../../src/realms/tms.js'
import { PASSWORD, signedUp } from '../../support/accounts.js'
import { publish, type Person } from '../../support/tasks.js'
import type { Journeys, OpenOptions, View } from './journey.js'

export interface TmsJourneys {
  person(name?: string): Promise<Person>
  publish(person: Person, task?: Record<string, unknown>): Promise<{ id: number }>
  /** Opens a view after a login with the account. */
  enterAs(person: Person, path: string, options?: OpenOptions): Promise<View>
  /** What the server has of a task. */
  stored(id: number): Promise<Record<string, unknown>>
}

/** Accounts and tasks for journeys through tms. */
export function tmsJourneys(journeys: Journeys): TmsJourneys {
  return {
    person: (name) => signedUp(journeys.server, tmsRealm, name === undefined ? {} : { name }),
    publish: (person, task) => publish(journeys.server, person, task),
    enterAs: ({ account }, path, options) =>
      journeys.enter(path, { ...options, name: account.name, password: PASSWORD }),
    stored: async (id) => (await journeys.server.db('tms.named_tasks').where({ id }).first()) ?? {}
  }
}

export const drawerOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name })
export const laneOf = (page: Page, status: string): Locator => page.getByRole('region', { name: status })
export const cardOf = (place: Page | Locator, name: string): Locator =>
  place.locator('[data-task]').filter({ hasText: name })
