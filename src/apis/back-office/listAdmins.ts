import { pageOfAccounts } from '../../accounts/listing/list.js'
import type { Handler } from './handler.js'
import { serializeAdmin } from './serializers.js'

export const listAdmins: Handler<'listAdmins'> = async ({ query, reply }, { db, realm }) => {
  const page = { page: query.pagenum, size: query.pagesize, query: query.query }
  const { total, rows } = await pageOfAccounts(db, realm, page)
  return reply(200, { data: rows.map(serializeAdmin), totalpage: total })
}
