import { allAccounts, pageOfAccounts } from '../../accounts/listing/list.js'
import { pageAsked } from '../../accounts/listing/parse-page-query.js'
import { presented } from '../../http/streamed.js'
import type { Handler } from './handler.js'
import { presentUser, userColumns } from './present.js'

export const listUsers: Handler<'listUsers'> = async ({ query, reply }, context) => {
  const page = pageAsked(query)
  if (page !== undefined) {
    const { total, rows } = await pageOfAccounts(context.db, context.realm, page)
    return reply(200, rows.map(presentUser), { 'X-Total-Count': total })
  }
  const { total, batches } = await allAccounts(context, userColumns)
  return reply(200, presented(batches, presentUser), { 'X-Total-Count': total })
}
