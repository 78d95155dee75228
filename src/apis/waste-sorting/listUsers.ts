import { allAccounts, pageOfAccounts } from '../../accounts/list.js'
import { pageAsked } from '../../accounts/page-asked.js'
import { presented } from '../../http/streamed.js'
import type { Handler } from './handler.js'
import { presentUser, userColumns } from './present.js'

export const listUsers: Handler<'listUsers'> = async ({ query, reply }, { db, realm }) => {
  const page = pageAsked(query)
  if (page !== undefined) {
    const { total, rows } = await pageOfAccounts(db, realm, page)
    return reply(200, rows.map(presentUser), { 'X-Total-Count': total })
  }
  const { total, batches } = await allAccounts(db, realm, userColumns)
  return reply(200, presented(batches, presentUser), { 'X-Total-Count': total })
}
