import { isIP } from 'node:net'
import { unlockAccount, unlockAddress } from '../../accounts/lockouts.js'
import { text } from '../terminal/option.js'
import { printable } from '../terminal/printable.js'
import { Stop, wrongUsage } from '../terminal/stop.js'
import { command, idOf } from './command.js'

export const unlock = command({
  summary: 'Forgets failed passwords, so that an account, or all who come from an address, may try again.',
  details:
    'Servers take it up within seconds. On PostgreSQL only: a server with the embedded database counts in its memory, which ' +
    'no other process reaches; a restart of the server forgets what it counted.',
  options: {
    name: text('name', 'The account, which may try again from every address.'),
    address: text('address', 'Its failed passwords, of whichever accounts, and its registrations are forgotten.')
  },
  async run(context, { name, address }, { say, sharesCounters }) {
    if (name === undefined && address === undefined) throw wrongUsage('unlock needs --name or --address', 'unlock')
    if (address !== undefined && isIP(address) === 0) throw wrongUsage('--address is an IPv4 or IPv6 address', 'unlock')
    if (!sharesCounters) {
      throw new Stop(
        'the embedded database keeps no failed passwords: they are in the memory of the server; restart it'
      )
    }
    if (name !== undefined) {
      await idOf(context, name)
      const found = (await unlockAccount(context, name)) > 0
      say(`${context.realm.name} account ${printable(name)}: ${found ? 'unlocked' : 'had no failed passwords'}`)
    }
    if (address !== undefined) {
      const found = (await unlockAddress(context, address)) > 0
      say(`${context.realm.name} address ${address}: ${found ? 'unlocked' : 'had no failed tries'}`)
    }
    return undefined
  }
})
