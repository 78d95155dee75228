import { draftsKey, isSameAccount, type Account } from '../session/account.ts'

/** What was typed and not saved of the forms of one API, in this tab. */
interface Drafts {
  /** Whose they are; registrations are nobody's. */
  account?: Account | undefined
  /** By the path of the form. */
  forms: Record<string, Record<string, string>>
}

export function readDraft(api: string, account: Account | undefined, path: string): Record<string, string> {
  return draftsOf(api, account).forms[path] ?? {}
}

/** Keeps these values, or none where there are none. */
export function writeDraft(
  api: string,
  account: Account | undefined,
  path: string,
  values: Record<string, string>
): void {
  const { forms } = draftsOf(api, account)
  const { [path]: _, ...others } = forms
  const isEmpty = Object.keys(values).length === 0
  const drafts: Drafts = { account, forms: isEmpty ? others : { ...others, [path]: values } }
  try {
    if (Object.keys(drafts.forms).length === 0) sessionStorage.removeItem(draftsKey(api))
    else sessionStorage.setItem(draftsKey(api), JSON.stringify(drafts))
  } catch {
    // Nothing is kept in this browser.
  }
}

function draftsOf(api: string, account: Account | undefined): Drafts {
  try {
    const kept = JSON.parse(sessionStorage.getItem(draftsKey(api)) ?? 'null') as Drafts | null
    if (kept !== null && isSameAccount(kept.account, account)) return kept
  } catch {
    // Nothing is kept in this browser.
  }
  return { forms: {} }
}
