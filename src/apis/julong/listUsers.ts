import { pageOfAccounts } from '../../accounts/listing/list.js'
import type { Handler } from './handler.js'
import { presentListedUser } from './present.js'

export const listUsers: Handler<'listUsers'> = async ({ query, reply }, { db, realm }) => {
  const { pagenum, pagesize, query: text } = query
  const { total, rows } = await pageOfAccounts(db, realm, { page: pagenum, size: pagesize, query: text })
  return reply(200, {
    data: { total, pagenum, users: rows.map(presentListedUser) },
    meta: { message: '获取成功', status: 200 }
  })
}
