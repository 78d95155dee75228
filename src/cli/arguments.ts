import { parseArgs, type ParseArgsConfig } from 'node:util'
import { realmNames, type RealmName } from '../config/realm-names.js'
import type { Realm } from '../realms/realm.js'
import { realmNamed } from '../realms/realms.js'
import { commands, type Command, type DatabaseCommand } from './commands/index.js'
import { commandHelp, help } from './help.js'
import { flag, needed, text, type Options } from './terminal/option.js'
import { wrongUsage } from './terminal/stop.js'

type Texts = Record<string, string | boolean | undefined>

/** What an operator gave, checked as far as that goes without a database. */
export type Arguments = RealmArguments | DatabaseArguments

export interface RealmArguments {
  command: Command
  realm: Realm
  given: Record<string, unknown>
}

export interface DatabaseArguments {
  command: DatabaseCommand
  realm: undefined
  given: Record<string, unknown>
}

const realmOption = needed(text('realm', `One of ${realmNames.join(', ')}.`))
const generateOption = flag(
  'Makes a password and prints it, this once. Without it the password is read from standard input: from a pipe as it ' +
    'comes, on a terminal twice without being shown. No option takes a password.'
)
const PASSWORD_OPTION = /^(-p$|--?p(ass|w))/i

/** Text to print where help is asked for. Throws `Stop`. */
export function readArguments(argv: string[]): Arguments | string {
  const { values, positionals } = parse(argv)
  const [first, ...others] = positionals
  if (first === 'help') return helpAbout(others[0])
  if (values.help === true) return helpAbout(first)
  if (first === undefined) throw wrongUsage('no command')
  const command = commandNamed(first)
  if (others.length > 0) throw wrongUsage(`${first} takes options only, not ${others.length} word(s) after it`, first)
  if ('runOnDatabase' in command) {
    checkOptions(first, command, values)
    return { command, realm: undefined, given: parsed(optionsOf(command), values) }
  }
  const realm = realmOf(values.realm as string | undefined)
  checkOptions(first, command, values)
  checkRole(first, command, realm, values)
  return { command, realm, given: parsed(optionsOf(command), values) }
}

function helpAbout(name: string | undefined): string {
  if (name === undefined) return help(commands)
  const command = commandNamed(name)
  return commandHelp(name, command, optionsOf(command))
}

function commandNamed(name: string): Command | DatabaseCommand {
  const command = commands.get(name)
  if (command === undefined) throw wrongUsage(`no command ${name}`)
  return command
}

function optionsOf(command: Command | DatabaseCommand): Options {
  if ('runOnDatabase' in command) return command.options
  return { realm: realmOption, ...command.options, ...(command.asksPassword && { generate: generateOption }) }
}

/** All options of all commands are understood, so that a command can say which of them it does not take. */
function parse(argv: string[]): { values: Texts; positionals: string[] } {
  const all = Object.assign({}, ...[...commands.values()].map(optionsOf)) as Options
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } }
  for (const [name, { placeholder }] of Object.entries(all)) {
    options[name] = { type: placeholder === undefined ? 'boolean' : 'string' }
  }
  try {
    const { values, positionals, tokens } = parseArgs({ args: argv, options, allowPositionals: true, tokens: true })
    const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
    const twice = names.find((name, index) => names.indexOf(name) < index)
    if (twice !== undefined) throw new Error(`--${twice} is given twice`)
    return { values: values as Texts, positionals }
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

function checkOptions(name: string, command: Command | DatabaseCommand, values: Texts): void {
  const options = optionsOf(command)
  for (const [option, { needed }] of Object.entries(options)) {
    if (needed && values[option] === undefined) throw wrongUsage(`${name} needs --${option}`, name)
  }
  const foreign = Object.keys(values).find((option) => options[option] === undefined)
  if (foreign !== undefined) throw wrongUsage(`${name} takes no --${foreign}`, name)
}

function checkRole(name: string, command: Command, realm: Realm, values: Texts): void {
  const hasRoles = realm.administratorRole !== undefined
  if (values.role !== undefined && !hasRoles) throw wrongUsage(`accounts of ${realm.name} have no role`, name)
  if (values.role === undefined && hasRoles && command.needsRole) {
    throw wrongUsage(`${name} needs --role in ${realm.name}, where ${realm.administratorRole} administers`, name)
  }
}

function parsed(options: Options, values: Texts): Record<string, unknown> {
  const given = Object.entries(options).filter(([name]) => values[name] !== undefined)
  return Object.fromEntries(given.map(([name, option]) => [name, option.parse(String(values[name]))]))
}
