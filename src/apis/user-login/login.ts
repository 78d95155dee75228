import { storedEmail } from '../../realms/emails.js'
import { login as logIn } from '../../accounts/login.js'
import type { Handler } from './handler.js'
import { serializeToken } from './serializers.js'

export const login: Handler<'login'> = async ({ body, reply }, context) => {
  const { token } = await logIn(context, { name: storedEmail(body.email), password: body.password })
  return reply(200, serializeToken(context.realm, token))
}
