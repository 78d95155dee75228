import { domainError } from '../domain-error.js'
import type { UserLoginAccount } from '../realms/user-login.js'
import type { NewAccount } from './register.js'

export interface Profile {
  first_name: string
  last_name: string
  phone_number: string
}

/** Writes the profile of a new account of user-login: for `also` of `createAccount`. */
export function profileWriter(profile: Profile): NonNullable<NewAccount['also']> {
  return async (transaction, id) => {
    await transaction('user_login.user_info').insert({ user_id: id, ...profile })
  }
}

/** Throws `profile-not-found` when the account has no row in `user_info`. */
export function requireProfile(account: UserLoginAccount): void {
  if (account.first_name === null) throw domainError('profile-not-found')
}
