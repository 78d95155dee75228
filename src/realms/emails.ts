import { domainToASCII, domainToUnicode } from 'node:url'

const MAX_TEXT = 2_048
const MAX_ADDRESS = 254
const MAX_DOMAIN = 253
/** White space around an address; U+FEFF, which JavaScript counts among it, is none. */
const SURROUNDING = /^(?:(?!\ufeff)[\s\x1c-\x1f\x85])+|(?:(?!\ufeff)[\s\x1c-\x1f\x85])+$/gu
/** `Jane Doe <jane@example.com>`, the name in quotes or of words. */
const NAMED = /^("[^]+"\s*|[^<"]*)<([^]+)>$/u
const NAME_WORD = /^[\p{L}\p{N}_.!#$%&'*+\-/=?^`{|}~]+$/u
const LOCAL = /^[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+(?:\.[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+)*$/u
/** Letters, numbers, punctuation and symbols, with marks on them: nothing invisible. */
const SAFE = /^[\p{L}\p{N}\p{P}\p{S}][\p{L}\p{N}\p{P}\p{S}\p{M}]*$/u
const DOMAIN = /^[A-Za-z0-9\-.\u0080-\u{10ffff}]+$/u
const LABEL = /^(?!(?!xn)..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** What IDNA 2008 lets a label be made of, as far as classes of Unicode tell: no symbols, no emoji. */
const IDNA_LABEL = /^(?![\u0640\u07fa\u302e\u302f\u303b])[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}\u00b7\u3007\u30fb-]+$/u
/** Where three more may stand: the middle dot between two `l`, that of Katakana beside its script, Arabic digits in an Arabic word. */
const OUT_OF_CONTEXT = [
  /(?<!l)\u00b7|\u00b7(?!l)/u,
  /^(?!.*[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]).*\u30fb/u,
  /^(?!\p{Lo}).*[\u0660-\u0669]/u
]
/** Names that lead nowhere in the public DNS. */
const SPECIAL_USE = /(?:^|\.)(?:arpa|invalid|local|localhost|onion|test)$/

/** The address as stored, its domain in ASCII; undefined where pydantic's `EmailStr` takes none. */
export function readEmail(text: string): string | undefined {
  if (text.length > MAX_TEXT || /[\r\n]/.test(text)) return undefined
  const trimmed = text.replace(SURROUNDING, '')
  const [, name, named] = NAMED.exec(trimmed) ?? []
  if (name !== undefined && !isDisplayName(name.trim())) return undefined
  const address = named?.replace(SURROUNDING, '') ?? trimmed
  const at = address.indexOf('@')
  const local = address.slice(0, Math.max(at, 0)).normalize('NFC')
  const domain = readDomain(address.slice(at + 1))
  if (domain === undefined || !LOCAL.test(local) || !SAFE.test(local)) return undefined
  const stored = `${local}@${domain}`
  return Buffer.byteLength(shownEmail(stored)) <= MAX_ADDRESS && stored.length <= MAX_ADDRESS ? stored : undefined
}

export function isEmail(text: string): boolean {
  return readEmail(text) !== undefined
}

/** The form in which an account is looked for: the address in the text, or the text as it is where there is none. */
export function storedEmail(text: string): string {
  return readEmail(text) ?? text
}

/** A stored address with its domain in its own script, where `readEmail` takes it in that form. */
export function shownEmail(stored: string): string {
  const at = stored.lastIndexOf('@')
  const domain = stored.slice(at + 1)
  if (!/(?:^|\.)xn--/.test(domain) || readDomain(domain) !== domain) return stored
  return `${stored.slice(0, at)}@${domainToUnicode(domain)}`
}

function isDisplayName(name: string): boolean {
  return name === '' || name.startsWith('"') || name.split(/\s+/).every((word) => NAME_WORD.test(word))
}

function readDomain(text: string): string | undefined {
  if (!DOMAIN.test(text) || !SAFE.test(text) || text.length > MAX_DOMAIN) return undefined
  const domain = /^[\w.-]+$/.test(text) ? text.toLowerCase() : domainToASCII(text.toLowerCase())
  const labels = domain.split('.')
  if (labels.length < 2 || domain.length > MAX_DOMAIN || !labels.every((label) => LABEL.test(label))) return undefined
  if (!/[a-z]$/.test(domain) || SPECIAL_USE.test(domain)) return undefined
  return labels.every(isInternational) ? domain : undefined
}

/** Whether a label of Punycode stands for one that may be registered, and for it alone. */
function isInternational(label: string): boolean {
  if (!label.startsWith('xn--')) return true
  const text = domainToUnicode(label)
  if (!IDNA_LABEL.test(text) || OUT_OF_CONTEXT.some((rule) => rule.test(text))) return false
  return domainToASCII(text) === label
}
