import type { Realm } from '../realms/realm.js'
import { readConfig, type Config } from '../config/config.js'
import { realmContext } from '../server/context.js'
import { failureLine } from '../config/failure-line.js'
import { createLog } from '../server/log.js'
import { openContext } from '../server/start.js'
import { readArguments, type RealmArguments } from './arguments.js'
import { generatePassword, readPassword } from './password.js'
import { printable } from './terminal/printable.js'
import { domainErrorLine } from './error-lines.js'
import { checkFields } from './rules.js'
import { Stop } from './terminal/stop.js'

/** Options that mean the same in every command. */
interface AccountGiven {
  name: string
  email: string
  mobile: string
  generate: boolean
}

const { stdin, stdout, stderr } = process
const say = (line: string): void => void stderr.write(`${line}\n`)
const print = (line: string): void => void stdout.write(`${line}\n`)

// A reader that has seen enough, as in `list | head`.
stdout.on('error', () => process.exit(0))

try {
  const order = readArguments(process.argv.slice(2))
  if (typeof order === 'string') print(order)
  else if (order.realm === undefined)
    await order.command.runOnDatabase(readConfig(process.env), order.given, { print, say })
  else await carryOut(order)
} catch (error) {
  say(error instanceof Stop ? error.message : failureLine(error))
  process.exitCode = error instanceof Stop ? error.exitCode : 1
}

/** What was requested goes to standard output, words about it to standard error. */
async function carryOut({ command, realm, given }: RealmArguments): Promise<void> {
  const { name = '', email, mobile, generate = false } = given as Partial<AccountGiven>
  const config = readConfig(process.env)
  if (command.makesAccount) await checkFields(realm, config, { name, email, mobile })
  const password = command.asksPassword ? await newPassword(config, realm, generate) : ''
  const context = await openContext(config, createLog('silent'), say)
  try {
    const sharesCounters = context.database.kind === 'postgresql'
    const done = await context.database.withoutTimeouts((db) => {
      const scoped = { ...realmContext(context, realm), db }
      const stored = { ...given, ...(name !== '' && { name: realm.storedName?.(name) ?? name }), password }
      return command.run({ ...scoped, read: (work) => work(db) }, stored, { print, say, sharesCounters })
    })
    if (done !== undefined) say(`${realm.name} account ${printable(name)}: ${done}`)
    if (generate) print(password)
  } catch (error) {
    const line = domainErrorLine(error, realm, name)
    throw line === undefined ? error : new Stop(line)
  } finally {
    await context.close()
  }
}

async function newPassword(config: Config, realm: Realm, generate: boolean): Promise<string> {
  const password = generate ? generatePassword(config.passwordMinLength) : await readPassword(stdin, stderr)
  await checkFields(realm, config, { password })
  return password
}
