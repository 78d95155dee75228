import { allAccounts, pageOfAccounts } from '../../accounts/listing/list.js'
import { parsePageQuery } from '../../accounts/listing/parse-page-query.js'
import { streamedList } from '../../http/stream.js'
import type { Handler } from './handler.js'
import { serializeUser, userColumns } from './serializers.js'

export const listUsers: Handler<'listUsers'> = async ({ query, reply, streamReply }, context) => {
  const page = parsePageQuery(query)
  if (page !== undefined) {
    const { total, rows } = await pageOfAccounts(context.db, context.realm, page)
    return reply(200, { code: 200, message: '查询成功', data: { total, users: rows.map(serializeUser) } })
  }
  const { total, batches } = await allAccounts(context, userColumns)
  const users = streamedList(batches, serializeUser)
  return streamReply(200, { list: users, body: { code: 200, message: '查询成功', data: { total, users } } })
}
