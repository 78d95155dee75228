import type { components } from '../../../generated/user-login.js'
import { shownEmail } from '../../realms/emails.js'
import type { Realm } from '../../realms/realm.js'
import type { Session } from '../../sessions/list.js'
import type { UserLoginAccount } from '../../realms/user-login.js'
import { serializeOwnSession as ownSession } from '../../http/own-session.js'
import { utcTime } from '../../http/timestamps.js'

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

export function serializeOwnSession(session: Session): components['schemas']['Session'] {
  return { ...ownSession(session), renewed_at: session.renewedAt && utcTime(session.renewedAt) }
}
