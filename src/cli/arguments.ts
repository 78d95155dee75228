import { parseArgs } from 'node:util'
import { realmNames, type Realm, type RealmName } from '../accounts/realm.js'
import { realmNamed } from '../accounts/realms.js'
import { commands, type Command } from './commands/index.js'
import { wrongUsage } from './stop.js'

const options = {
  realm: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  email: { type: 'string' },
  mobile: { type: 'string' },
  generate: { type: 'boolean' },
  file: { type: 'string' },
  actor: { type: 'string' },
  action: { type: 'string' },
  limit: { type: 'string' },
  help: { type: 'boolean', short: 'h' }
} as const

const PASSWORD_OPTION = /^(-p$|--?p(ass|w))/i

/** What an operator gave, checked as far as that goes without a database. */
export interface Arguments {
  command: Command
  realm: Realm
  name: string
  role?: number
  email?: string
  mobile?: string
  generate: boolean
  file: string
  actor?: string
  action?: string
  limit?: number
}

type Values = ReturnType<typeof parse>['values']

/** Undefined when help is asked for. Throws `Stop`. */
export function readArguments(argv: string[]): Arguments | undefined {
  const { values, positionals } = parse(argv)
  if (values.help || positionals[0] === 'help') return undefined
  const [commandName, ...more] = positionals
  const command = commands.get(commandName ?? '')
  if (command === undefined) throw wrongUsage(commandName === undefined ? 'no command' : `no command ${commandName}`)
  if (more.length > 0) throw wrongUsage(`${commandName} takes options only, not ${more.length} word(s) after it`)
  const realm = realmOf(values.realm)
  checkOptions(commandName!, command, realm, values)
  const { help: _, name = '', generate = false, file = '', role, limit, ...rest } = values
  return {
    ...rest,
    command,
    realm,
    name,
    generate,
    file,
    role: role === undefined ? undefined : roleId(role),
    limit: limit === undefined ? undefined : rowLimit(limit)
  }
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (error) {
    const hint = argv.some((word) => PASSWORD_OPTION.test(word)) ? 'a password is not given on the command line: ' : ''
    const reason = (error as Error).message.replace(/\n/g, ' ').replace(/\.( To specify a positional.*)?$/, '')
    throw wrongUsage(hint + reason)
  }
}

function realmOf(name: string | undefined): Realm {
  if (name === undefined) throw wrongUsage('--realm is missing')
  if (!realmNames.includes(name as RealmName)) throw wrongUsage(`--realm is one of ${realmNames.join(', ')}`)
  return realmNamed(name as RealmName)
}

function checkOptions(name: string, { needs, takes }: Command, realm: Realm, values: Values): void {
  const missing = needs.find((option) => values[option] === undefined)
  if (missing !== undefined) throw wrongUsage(`${name} needs --${missing}`)
  const known: string[] = ['realm', ...needs, ...takes]
  const foreign = Object.keys(values).find((option) => !known.includes(option))
  if (foreign !== undefined) throw wrongUsage(`${name} takes no --${foreign}`)
  if (values.role !== undefined && realm.administratorRole === undefined) {
    throw wrongUsage(`accounts of ${realm.name} have no role`)
  }
}

function roleId(text: string): number {
  if (!/^(-1|\d{1,9})$/.test(text)) throw wrongUsage('--role is the number of a role')
  return Number(text)
}

function rowLimit(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw wrongUsage('--limit is a number of rows')
  return Number(text)
}
