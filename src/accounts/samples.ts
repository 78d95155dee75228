import type { Knex } from 'knex'
import type { NewAccount } from './register.js'

/** What a realm has in development: the accounts that its document prints. */
export interface Samples {
  accounts: [NewAccount, ...NewAccount[]]
  /** Writes what the accounts need. */
  prepare?(db: Knex): Promise<void>
}
