import { pageOfAccounts } from '../../accounts/listing/list.js'
import type { Handler } from './handler.js'
import { serializeListedUser } from './serializers.js'

export const listUsers: Handler<'listUsers'> = async ({ query, reply }, { db, realm }) => {
  const { pagenum, pagesize, query: text } = query
  const { total, rows } = await pageOfAccounts(db, realm, { page: pagenum, size: pagesize, query: text })
  return reply(200, {
    data: { total, pagenum, users: rows.map(serializeListedUser) },
    meta: { message: '获取成功', status: 200 }
  })
}
