import type { Refusal } from '../session/refusal.ts'
import { t } from './texts.ts'

interface Fault {
  loc: (string | number)[]
  msg: string
}

/** What the English sentences of the API mean, and the field that they are about. */
const SENTENCES = {
  'Email already registered': { text: 'problem.emailTaken', field: 'email' },
  'Incorrect email or password': { text: 'problem.wrongLogin', field: undefined },
  'Incorrect password': { text: 'problem.wrongPassword', field: 'old_password' },
  'User not found': { text: 'problem.unknownEmail', field: 'email' },
  'User is disabled': { text: 'problem.disabled', field: undefined },
  'Refresh token is invalid or expired': { text: 'problem.notRenewable', field: undefined },
  'User information not found': { text: 'problem.noProfile', field: undefined },
  'Field required': { text: 'problem.missing', field: undefined }
} as const

/** What a refusal says in the language that is chosen; a sentence that is not known stays as it is. */
export function refusalOf(body: unknown): Refusal {
  const { detail } = (body ?? {}) as { detail?: string | Fault[] }
  if (Array.isArray(detail)) return faultsOf(detail)
  const known = detail === undefined ? undefined : sentenceOf(detail)
  const message = known === undefined ? (detail ?? '') : t(known.text)
  return { message, fields: known?.field === undefined ? {} : { [known.field]: message } }
}

function faultsOf(faults: Fault[]): Refusal {
  const translated = faults.map(({ loc, msg }) => {
    const known = sentenceOf(msg)
    return [String(loc.at(-1)), known === undefined ? msg : t(known.text)] as const
  })
  return {
    message: translated.map(([field, text]) => `${field}: ${text}`).join('; '),
    fields: Object.fromEntries(translated)
  }
}

function sentenceOf(sentence: string): (typeof SENTENCES)[keyof typeof SENTENCES] | undefined {
  return Object.hasOwn(SENTENCES, sentence) ? SENTENCES[sentence as keyof typeof SENTENCES] : undefined
}
