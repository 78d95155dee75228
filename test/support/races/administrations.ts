import type { RealmName } from '../../../src/config/realm-names.js'
import { PASSWORD } from '../accounts.js'
import type { Answer, Client } from '../client.js'
import { good } from '../revocations/way.js'

/** A request about an account, by an administrator whose token it is. */
type Verb = (client: Client, token: string, id: string | number) => Promise<Answer>

export type VerbName = 'demote' | 'disable' | 'remove'

/** How one API lets administrators act on each other. */
export interface Administration {
  realm: RealmName
  verbs: Partial<Record<VerbName, Verb>>
  /** Makes an administrator with `PASSWORD` and returns the id. */
  create(client: Client, token: string, name: string): Promise<string | number>
  /** True when a request was authorised and then refused: the two requests met in the database. */
  met(refusal: Answer, done: VerbName): boolean
}

const JULONG = '/api/private/v1'
const says = ({ body }: Answer, text: string): boolean => JSON.stringify(body).includes(text)

const julongRole =
  (rid: number): Verb =>
  (client, token, id) =>
    client.put(`${JULONG}/users/${id}/role`, { token, json: { rid } })

const backOfficeRole =
  (rid: number): Verb =>
  (client, token, id) =>
    client.put(`/admin/admins/${id}/role`, { token, json: { rid } })

export const administrations: Administration[] = [
  {
    realm: 'waste-sorting',
    verbs: {
      disable: (client, token, id) => client.put(`/api/admin/users/${id}/status`, { token, json: { status: 1 } })
    },
    async create(client, token, username) {
      const json = { username, password: PASSWORD }
      return good(await client.post('/api/admin/users/create_admin', { token, json })).user.id
    },
    met: (refusal) => says(refusal, '不能封禁最后一个管理员')
  },
  {
    realm: 'julong',
    verbs: {
      demote: julongRole(30),
      disable: (client, token, id) => client.put(`${JULONG}/users/${id}/state/false`, { token }),
      remove: (client, token, id) => client.delete(`${JULONG}/users/${id}`, { token })
    },
    async create(client, token, userName) {
      const { data } = good(await client.post(`${JULONG}/users`, { token, json: { userName, password: PASSWORD } }))
      good(await julongRole(0)(client, token, data.id))
      return data.id
    },
    // A demoted one is refused with the same words before that.
    met: ({ status }, done) => status === 403 && done !== 'demote'
  },
  {
    realm: 'back-office',
    verbs: {
      demote: backOfficeRole(2),
      disable: (client, token, id) => client.put(`/admin/admins/${id}/state/false`, { token }),
      remove: (client, token, id) => client.delete(`/admin/admins/${id}`, { token })
    },
    async create(client, token, name) {
      const json = { name, password: PASSWORD, email: 'a@example.com', mobile: '13888888888' }
      good(await client.post('/admin/admins', { token, json }))
      const { data } = good(await client.get(`/admin/admins?pagenum=1&pagesize=1&query=${name}`, { token }))
      good(await backOfficeRole(1)(client, token, data[0]._id))
      return data[0]._id
    },
    met: (refusal) => says(refusal, '至少保留一个启用的管理员')
  }
]
