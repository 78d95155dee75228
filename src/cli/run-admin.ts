import type { Writable } from 'node:stream'
import type { Realm } from '../realms/realm.js'
import { readConfig, type Config } from '../config/config.js'
import { realmContext } from '../server/context.js'
import { failureLine } from '../config/failure-line.js'
import { createLog } from '../server/log.js'
import { openContext } from '../server/start.js'
import { readArguments, type RealmArguments } from './arguments.js'
import type { Terminal } from './commands/command.js'
import { generatePassword, readPassword } from './password.js'
import { printable } from './terminal/printable.js'
import { domainErrorLine } from './error-lines.js'
import { checkFields } from './rules.js'
import { Stop } from './terminal/stop.js'

export interface AdminStreams {
  input: NodeJS.ReadStream
  /** What was requested. */
  output: Writable
  /** Words about it. */
  messages: Writable
  env: NodeJS.ProcessEnv
}

interface Run extends Terminal {
  input: NodeJS.ReadStream
  config: Config
  messages: Writable
}

/** Options that mean the same in every command. */
interface AccountGiven {
  name: string
  email: string
  mobile: string
  generate: boolean
}

export async function runAdmin(argv: string[], { input, output, messages, env }: AdminStreams): Promise<number> {
  const say = (line: string): void => void messages.write(`${line}\n`)
  const print = (line: string): void => void output.write(`${line}\n`)
  try {
    const order = readArguments(argv)
    if (typeof order === 'string') {
      print(order)
      return 0
    }
    const run = { config: readConfig(env), input, output, messages, say, print }
    if (order.realm === undefined) await order.command.runOnDatabase(run.config, order.given, run)
    else await carryOut(order, run)
    return 0
  } catch (error) {
    say(error instanceof Stop ? error.message : failureLine(error))
    return error instanceof Stop ? error.exitCode : 1
  }
}

async function carryOut({ command, realm, given }: RealmArguments, run: Run): Promise<void> {
  const { config, say, print } = run
  const { name = '', email, mobile, generate = false } = given as Partial<AccountGiven>
  if (command.makesAccount) await checkFields(realm, config, { name, email, mobile })
  const password = command.asksPassword ? await newPassword(run, realm, generate) : ''
  const context = await openContext(config, { log: createLog('silent'), announce: say })
  try {
    const sharesCounters = context.database.kind === 'postgresql'
    const done = await context.database.withoutTimeouts((db) => {
      const scoped = { ...realmContext(context, realm), db }
      const stored = { ...given, ...(name !== '' && { name: realm.storedName?.(name) ?? name }), password }
      return command.run({ ...scoped, read: (work) => work(db) }, stored, { ...run, sharesCounters })
    })
    if (done !== undefined) say(`${realm.name} account ${printable(done.name)}: ${done.done}`)
    if (generate) print(password)
  } catch (error) {
    const line = domainErrorLine(error, realm, name)
    throw line === undefined ? error : new Stop(line)
  } finally {
    await context.close()
  }
}

async function newPassword({ config, input, messages }: Run, realm: Realm, generate: boolean): Promise<string> {
  const password = generate ? generatePassword(config.passwordMinLength) : await readPassword(input, messages)
  await checkFields(realm, config, { password })
  return password
}
