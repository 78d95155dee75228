import { readAccount } from '../session/account.ts'
import { moduleOf } from './modules.ts'

/** The name of the account that this browser is logged in with, also of an API whose views are not loaded. */
export function accountName(api: string): string | undefined {
  const module = moduleOf(api)
  return module === undefined ? readAccount(api)?.name : module.session.account.value?.name
}

export const hasSession = (api: string): boolean => accountName(api) !== undefined
