import { requireVisible } from '../../realms/names.js'
import { isNameTaken } from '../../accounts/register.js'
import type { Handler } from './handler.js'

export const checkUserName: Handler<'checkUserName'> = async ({ body, reply }, context) => {
  const taken = await isNameTaken(context, body.userName)
  if (!taken) requireVisible(body.userName)
  return reply(200, {
    data: {},
    meta: taken ? { message: '用户名已存在', status: 422 } : { message: '用户名可以使用', status: 205 }
  })
}
