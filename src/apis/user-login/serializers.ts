import type { components } from '../../../generated/user-login.js'
import { shownEmail } from '../../realms/emails.js'
import type { Realm } from '../../realms/realm.js'
import type { UserLoginAccount } from '../../realms/user-login.js'

export function serializeProfile(account: UserLoginAccount): components['schemas']['UserProfile'] {
  return {
    email: shownEmail(account.name),
    first_name: account.first_name,
    last_name: account.last_name,
    phone_number: account.phone_number
  }
}

/** `expires_in` is in minutes. */
export function serializeToken(
  { tokenLifeSeconds }: Realm<UserLoginAccount>,
  token: string
): components['schemas']['AccessToken'] {
  return { access_token: token, token_type: 'bearer', expires_in: tokenLifeSeconds / 60 }
}
