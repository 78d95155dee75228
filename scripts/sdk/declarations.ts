import type { Contract, Described } from './contract.js'

/** The operations about sessions of one's own: list, end one, end all others. */
const OWN_SESSIONS = ['listOwnSessions', 'endOwnSession', 'endOtherSessions']

/** The types of an API's client, `<prefix>Client`, with a method and its doc comment per operation. */
export function clientDeclarations(api: string, { title, operations, common }: Contract, prefix: string): string {
  const paged = operations.some(({ pages }) => pages !== undefined)
  return `import type { ClientOptions } from './lib/options.js'
import type { Session } from './lib/session.js'
import type { Input${paged ? ', PagesInput, Paging' : ''}, Result } from './lib/types.js'
import type { components, operations } from './contracts/${api}.js'

/** The schemas of the contract, by name. */
export type ${prefix}Schemas = components['schemas']

/** What the operation of this name takes. */
export type ${prefix}Input<Name extends keyof operations> = Input<operations[Name]>

/** All answers that the operation of this name may give, one per status. */
export type ${prefix}Result<Name extends keyof operations> = Result<operations[Name], ${common.join(' | ')}>

/** ${title} */
export interface ${prefix}Client extends Session<${OWN_SESSIONS.map((name) => `${prefix}Result<'${name}'>`).join(', ')}> {
${operations.map((operation) => method(operation, prefix)).join('\n')}
}

/** A client of ${title}. */
export declare function create${prefix}(options?: ClientOptions): ${prefix}Client
`
}

function method(operation: Described, prefix: string): string {
  const { name, needsInput, pages } = operation
  const signature = `(input${needsInput ? '' : '?'}: ${prefix}Input<'${name}'>): Promise<${prefix}Result<'${name}'>>`
  if (pages === undefined) return `${docComment(operation)}\n  ${name}${signature}`
  const input = `PagesInput<operations['${name}'], '${pages.number}', '${pages.size}'>`
  const paging = `Paging<${input}, ${prefix}Result<'${name}'>, ${itemType(name, pages.items)}>`
  return `${docComment(operation)}\n  ${name}: (${signature.replace('): Promise', ') => Promise')}) & ${paging}`
}

/** The type of the items that the pointer names in the body of the page. */
function itemType(name: string, pointer: string): string {
  const keys = pointer.split('/').slice(1)
  const body = `operations['${name}']['responses'][200]['content']['application/json']`
  return `${body}${keys.map((key) => `['${key}']`).join('')}[number]`
}

function docComment({ summary, description, deprecated, method, path, meanings }: Described): string {
  const statuses = meanings.map(({ status, text }) => `- \`${status}\` ${text.trim().replace(/\s*\n\s*/g, ' ')}`)
  const lines = [
    summary,
    '',
    ...description.trim().split('\n'),
    '',
    `\`${method} ${path}\``,
    '',
    ...statuses,
    ...(deprecated ? ['', '@deprecated'] : [])
  ]
  const text = lines.map((line) => `   * ${line}`.trimEnd().replaceAll('*/', '*\\/')).join('\n')
  return `  /**\n${text}\n   */`
}
