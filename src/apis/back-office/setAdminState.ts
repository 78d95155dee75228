import { setDisabled } from '../../accounts/administration.js'
import type { Handler } from './handler.js'

export const setAdminState: Handler<'setAdminState'> = async ({ path, reply }, context) => {
  await setDisabled(context, path.id, path.state === 'false')
  return reply(200, null)
}
