import { isIP } from 'node:net'
import { findByName } from '../../accounts/find.js'
import { unlockAccount, unlockAddress } from '../../accounts/lockouts.js'
import type { RealmContext } from '../../accounts/realm-context.js'
import { domainError } from '../../domain-error.js'
import { text } from '../terminal/option.js'
import { printable } from '../terminal/printable.js'
import { Stop, wrongUsage } from '../terminal/stop.js'
import { command } from './command.js'

export const unlock = command({
  summary: 'Forgets failed passwords, so that an account, or all who come from an address, may try again.',
  details:
    'Servers take it up within seconds. On PostgreSQL only: a server with the embedded database counts in its memory, which ' +
    'no other process reaches; a restart of the server forgets what it counted.',
  options: {
    name: text('name', 'The account, which may try again from every address; or a name that no account has.'),
    address: text(
      'address',
      'Its failed passwords, of whichever accounts and names, and its registrations are forgotten; of IPv6 those of its /64.'
    )
  },
  async run(context, { name, address }, { say, sharesCounters }) {
    if (name === undefined && address === undefined) throw wrongUsage('unlock needs --name or --address', 'unlock')
    if (address !== undefined && isIP(address) === 0) throw wrongUsage('--address is an IPv4 or IPv6 address', 'unlock')
    if (!sharesCounters) {
      throw new Stop(
        'the embedded database keeps no failed passwords: they are in the memory of the server; restart it'
      )
    }
    if (name !== undefined) say(await unlockName(context, name))
    if (address !== undefined) {
      const found = (await unlockAddress(context, address)) > 0
      say(`${context.realm.name} address ${address}: ${found ? 'unlocked' : 'had no failed tries'}`)
    }
    return undefined
  }
})

/** Returns what was done, in words. Throws `account-not-found`. */
async function unlockName(context: RealmContext, name: string): Promise<string> {
  const account = await findByName(context.db, context.realm, name)
  const found = (await unlockAccount(context, account ?? { name })) > 0
  if (account === undefined && !found) throw domainError('account-not-found')
  const shown = printable(account?.name ?? name)
  return `${context.realm.name} account ${shown}: ${found ? 'unlocked' : 'had no failed passwords'}`
}
