/** Returns nothing: throws with a message that begins with the name of the variable. */
export type Refuse = (what: string) => never

/** One of several words, a number, or any text. */
type Rule = string[] | 'integer' | 'text'

/** What the server goes by. */
const USED = {
  application_name: 'text',
  channel_binding: ['disable', 'prefer', 'require'],
  options: 'text',
  sslmode: ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'],
  sslrootcert: 'text',
  sslcert: 'text',
  sslkey: 'text',
  target_session_attrs: ['any', 'read-write', 'read-only', 'primary', 'standby', 'prefer-standby']
} satisfies Record<string, Rule>
/** They may be here instead of before the question mark. */
const PLACES: Record<string, Rule> = { host: 'text', port: 'text', user: 'text', password: 'text', dbname: 'text' }
/** Of libpq's, and here without effect: the server has time limits of its own, speaks UTF-8, and no GSSAPI. */
const WITHOUT_EFFECT: Record<string, Rule> = {
  connect_timeout: 'integer',
  client_encoding: ['auto', 'utf8', 'utf-8', 'UTF8', 'UTF-8'],
  fallback_application_name: 'text',
  gssencmode: ['disable', 'prefer'],
  keepalives: ['0', '1'],
  keepalives_idle: 'integer',
  keepalives_interval: 'integer',
  keepalives_count: 'integer',
  tcp_user_timeout: 'integer'
}

export type Parameter = keyof typeof USED

const RULES = new Map(Object.entries<Rule>({ ...PLACES, ...USED, ...WITHOUT_EFFECT }))
const KNOWN = [...Object.keys(PLACES), ...Object.keys(USED)].join(', ')
const INTEGER = /^-?\d{1,9}$/
/** What a name looks like that is no part of a password. */
const NAME = /^[\w .-]{1,40}$/

/** The parameters behind the question mark that have an effect here. */
export function readParameters(
  query: string,
  decode: (part: string) => string,
  refuse: Refuse
): Record<string, string | undefined> {
  // A raw @ may be the end of a password that was not encoded, and what is before it no name.
  const mayShow = (name: string): boolean => NAME.test(name) && !query.includes('@')
  const given: Record<string, string | undefined> = {}
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const end = pair.indexOf('=')
    const name = decode(end < 0 ? pair : pair.slice(0, end))
    const rule = RULES.get(name)
    if (RULES.has(name.trim()) && rule === undefined) refuse(`has a blank around the parameter ${name.trim()}`)
    if (end < 0)
      refuse(`has a parameter without a value${mayShow(name) ? `, ${name}` : ''}; write ? of a password as %3F`)
    if (rule === undefined) {
      const subject = mayShow(name) ? `the parameter ${JSON.stringify(name)}, which` : 'a parameter that'
      return refuse(`has ${subject} is not known here; known are ${KNOWN}`)
    }
    const written = pair.slice(end + 1)
    if (written !== written.trim() && name !== 'password') refuse(`has a blank around the value of ${name}`)
    const value = decode(written)
    checkValue(name, rule, value, refuse)
    if (!(name in WITHOUT_EFFECT)) given[name] = value
  }
  return given
}

/** The message does not repeat the value. */
function checkValue(name: string, rule: Rule, value: string, refuse: Refuse): void {
  if (rule === 'text') return
  if (rule === 'integer') {
    if (!INTEGER.test(value)) refuse(`: ${name} must be an integer`)
  } else if (!rule.includes(value)) refuse(`: ${name} must be one of ${rule.join(', ')}`)
}

/** Those that are not in place of another part of the address. */
export function usedParameters(given: Record<string, string | undefined>): Partial<Record<Parameter, string>> {
  return Object.fromEntries(Object.keys(USED).map((name) => [name, given[name]]))
}
