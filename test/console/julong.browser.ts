import assert from 'node:assert/strict'
import { after, describe } from 'node:test'
import { operations } from '../../src/console/julong/operations.ts'
import { testAccounts } from './julong/accounts.js'
import { testAudit } from './julong/audit.js'
import { testLooks } from './julong/looks.js'
import { testOverview } from './julong/overview.js'
import { testRights } from './julong/rights.js'
import { testRoles } from './julong/roles.js'
import { testSecondFactors } from './julong/second-factors.js'
import { testSessions } from './julong/sessions.js'
import { testSeveralUsers } from './julong/user-batches.js'
import { testUsers } from './julong/users.js'
import { useJourneys } from './support/journey.js'
import { uncalled } from './support/operations.js'

describe('julong in the console', () => {
  const journeys = useJourneys('julong')
  testUsers(journeys)
  testSeveralUsers(journeys)
  testAccounts(journeys)
  testRoles(journeys)
  testRights(journeys)
  testSecondFactors(journeys)
  testAudit(journeys)
  testOverview(journeys)
  testSessions(journeys)
  testLooks(journeys)

  after(() => assert.deepEqual(journeys.missing(), uncalled(operations)))
})
