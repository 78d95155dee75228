import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { inputRows, loadBatched } from '../../src/database/queries/batch-statement.js'
import { tmsRealm } from '../../src/realms/tms.js'
import { wasteSortingRealm } from '../../src/realms/waste-sorting.js'
import { signedUp } from '../support/accounts.js'
import type { Answer } from '../support/client.js'
import { login } from '../support/sessions.js'
import { useServer } from '../support/server.js'

interface Request {
  path: string
  token: string
}

/** Joined into few statements, where the same requests one after the other are a statement each. */
describe('requests at the same moment', () => {
  const server = useServer({ APIS: 'tms,waste-sorting' })
  let token: string
  let administrator: string

  const send = async ({ path, token }: Request): Promise<Pick<Answer, 'status' | 'body'>> => {
    const { status, body } = await server.client.get(path, { token })
    return { status, body }
  }

  async function assertAsAlone(requests: Request[]): Promise<void> {
    const alone = []
    for (const request of requests) alone.push(await send(request))
    assert.deepEqual(await Promise.all(requests.map(send)), alone)
  }

  before(async () => {
    token = await login(server.client, 'tms', 'admin', 'zhou0914.')
    administrator = await login(server.client, 'waste-sorting', 'admintest', 'admintest')
    await server.db.raw(
      `insert into tms.tasks (description, type, status, publisher_id, assignee_id)
       select 'task ' || i, case i % 3 when 0 then 'a' else 'b' end, (array['待办', '进行中', '已完成'])[i % 2 + 1],
         i % 4 + 1, nullif(i % 5, 0)
       from generate_series(1, 90) i`
    )
  })

  it('each get their own page and total, also with different filters on one list', async () => {
    const filters = ['', 'status=待办', 'status=进行中', 'status=已完成', 'type=a', 'type=b', 'mine=assigned&type=a']
    for (const page of [1, 2, 3, 99]) {
      const paths = [...filters, ...filters].map((filter) => encodeURI(`/tms/task/list?page=${page}&limit=7&${filter}`))
      await assertAsAlone(paths.map((path) => ({ path, token })))
    }
  })

  it('each get a full page, whatever its size', async () => {
    const sizes = [1, 2, 600, 5, 1_000, 1, 700]
    const paths = sizes.flatMap((size) => [`/tms/task/list?limit=${size}`, `/tms/user/list?limit=${size}`])
    await assertAsAlone(paths.map((path) => ({ path, token })))
  })

  it('each find their own row, or none', async () => {
    const tasks = [1, 90, 91, 1, Number.MAX_SAFE_INTEGER, 45].map((id) => ({ path: `/tms/task/info/${id}`, token }))
    const users = [2, 1, 3, 1, Number.MAX_SAFE_INTEGER].map((id) => ({
      path: `/api/admin/users/${id}`,
      token: administrator
    }))
    await assertAsAlone([...tasks, ...users])
  })

  it('are each authenticated by their own token', async () => {
    const [one, removed, disabled] = await Promise.all([1, 2, 3].map(() => signedUp(server, tmsRealm)))
    const left = await login(server.client, 'tms', one!.account.name, 'correct horse')
    assert.equal((await server.client.put('/tms/logout', { token: left })).status, 200)
    await server.db(tmsRealm.table).where({ id: removed!.account.id }).update({ removed_at: new Date() })
    await server.db(tmsRealm.table).where({ id: disabled!.account.id }).update({ disabled: true })
    const tokens = [token, left, one!.token, removed!.token, left, disabled!.token, one!.token]
    const answers = await Promise.all(tokens.map((token) => send({ path: '/tms/user/me', token })))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 401, 200, 401, 401, 401, 200]
    )
    assert.deepEqual(
      [0, 2, 6].map((index) => answers[index]!.body.data.username),
      ['admin', one!.account.name, one!.account.name]
    )
  })

  it('see what was written before they were sent', async () => {
    const { account } = await signedUp(server, wasteSortingRealm)
    const path = `/api/admin/users/${account.id}`
    for (const status of [1, 0]) {
      const written = await server.client.put(`${path}/status`, { token: administrator, json: { status } })
      assert.equal(written.status, 200)
      const answers = await Promise.all(Array.from({ length: 8 }, () => send({ path, token: administrator })))
      assert.deepEqual(new Set(answers.map(({ body }) => body.status)), new Set([status]))
    }
  })
})

describe('two statements of one name', () => {
  const server = useServer({ APIS: 'tms' })

  it('share no rows: the second gets its own, or the refusal of the driver', async () => {
    const times = (factor: number) => ({
      name: 'products',
      text: `select position, n * ${factor} as product from ${inputRows({ n: 'integer' })}`,
      columns: (numbers: number[]) => [numbers]
    })
    const load = (factor: number): Promise<unknown> => loadBatched(server.context.database.db, times(factor), 7)
    const [first, second] = await Promise.allSettled([load(2), load(3)])
    assert.deepEqual(first, { status: 'fulfilled', value: [{ position: 1, product: 14 }] })
    if (second.status === 'fulfilled') assert.deepEqual(second.value, [{ position: 1, product: 21 }])
    else assert.match(String(second.reason), /products - Prepared statements must be unique/)
  })
})
