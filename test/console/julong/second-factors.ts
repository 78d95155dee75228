import { userOf } from '../../support/julong.js'
import { halfOfLooks } from '../support/access.js'
import type { Journeys } from '../support/journey.js'
import { testSecondFactor } from '../support/second-factor.js'
import { addRole } from './role-rows.js'

const USERS = [125, 110, 136]

export function testSecondFactors(journeys: Journeys): void {
  testSecondFactor(journeys, {
    api: 'julong',
    looks: halfOfLooks(0),
    list: 'users',
    title: '用户',
    async addAccount() {
      const role = await addRole(journeys.server, USERS)
      const { account } = await userOf(journeys.server, role.id)
      return { id: account.id, name: account.name, role }
    },
    enterRole: ({ id }) => journeys.enter(`roles/${id}`)
  })
}
