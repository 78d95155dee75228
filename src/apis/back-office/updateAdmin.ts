import { updateAccount } from '../../accounts/update.js'
import { emptied } from '../../http/emptied.js'
import type { Handler } from './handler.js'

export const updateAdmin: Handler<'updateAdmin'> = async ({ path, body, reply }, context) => {
  const values = { email: emptied(body.email), mobile: emptied(body.mobile) }
  await updateAccount(context, path.id, { values })
  return reply(200, null)
}
