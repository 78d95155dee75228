import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { RealmName } from '../../src/config/realm-names.js'
import type { ImportOptions } from '../../src/import-export/import.js'
import { freshName } from '../support/accounts.js'
import { bring as bringAccounts } from '../support/import.js'
import { useServer } from '../support/server.js'
import { login } from '../support/sessions.js'

/** `currentpassword` */
const HASH = '$2y$04$FnjtWGGQusUbxQsjlheYcug0I/socpsDIkE35By6iBV9V57MK2YXm'

describe('an import', () => {
  const server = useServer()
  let token: string
  before(async () => {
    token = await login(server.client, 'julong', 'admin', '123456')
  })

  const bring = (realm: RealmName, accounts: Record<string, unknown>[], options: Partial<ImportOptions> = {}) => {
    const hashed = accounts.map((account) => ({ password_hash: HASH, ...account }))
    return bringAccounts(server, realm, hashed, options)
  }

  const roleNames = async (): Promise<string[]> => {
    const { body } = await server.client.get('/api/private/v1/roles', { token })
    return body.data.map(({ roleName }: { roleName: string }) => roleName)
  }
  const roleOf = async (name: string): Promise<string> => {
    const query = `/api/private/v1/user?pagenum=1&pagesize=10&query=${name}`
    const { status, body } = await server.client.get(query, { token })
    assert.equal(status, 200)
    return body.data.users[0].role_name
  }
  const makeRole = async (roleName: string): Promise<number> => {
    const json = { roleName, roleDesc: '' }
    return (await server.client.post('/api/private/v1/roles', { token, json })).body.data.roleId
  }

  it('reports the line of a role that is missing, unnamed or named differently here', async () => {
    const auditor = await makeRole('审计员')
    const editor = await makeRole('编辑')
    const twice = await makeRole('Twice')
    const accounts = [
      { role_id: editor },
      { role_id: editor, role: '审计员' },
      { role_id: 9_999 },
      { role_id: 9_999, role: '审计员' },
      { role_id: -1, role: '审计员' },
      { role_id: 0, role: '审计员' },
      { role: 'nobody' },
      { role: 'twice' },
      { role_id: auditor, role: '审计员' },
      { role: '审计员' },
      { role_id: 0 },
      { role_id: 0, role: '超级管理员' },
      { role_id: -1 },
      { role_id: twice, role: 'Twice' },
      {}
    ].map((columns) => ({ name: freshName(), ...columns }))
    const { reasons, imported } = await bring('julong', accounts)
    assert.equal(imported, 0)
    assert.deepEqual(reasons, [
      `1: role_id ${editor} has no role beside it, and may be another role here; write the name of the role beside it, as role, or give --roles-by-number`,
      `2: role ${editor} is 编辑 here, not 审计员; --roles goes by the name`,
      '3: there is no role 9999; write the name of the role beside it, as role',
      '4: there is no role 9999 (审计员); --roles makes it',
      '5: role -1 is no role here, not 审计员; leave out role_id to go by the name',
      '6: role 0 is 超级管理员 here, not 审计员; leave out role_id to go by the name',
      '7: there is no role nobody; --roles makes it'
    ])
    const right = accounts.slice(7)
    assert.equal((await bring('julong', right)).imported, right.length)
    const names = await Promise.all(right.map(({ name }) => roleOf(name)))
    assert.deepEqual(names, ['Twice', '审计员', '审计员', '超级管理员', '超级管理员', '', 'Twice', ''])
  })

  it('with --roles-by-number maps roles by number', async () => {
    const id = await makeRole('by number')
    const accounts = [{ name: freshName(), role_id: id }]
    assert.equal((await bring('julong', accounts, { rolesByNumber: true })).imported, 1)
    assert.equal(await roleOf(accounts[0]!.name), 'by number')
    const wrong = [{ role_id: 9_999 }, { role_id: id, role: '编辑' }].map((role) => ({ name: freshName(), ...role }))
    const { reasons } = await bring('julong', wrong, { rolesByNumber: true })
    assert.deepEqual(reasons, [
      '1: there is no role 9999; write the name of the role beside it, as role',
      `2: role ${id} is by number here, not 编辑; --roles goes by the name`
    ])
  })

  it('with --roles maps roles by name, and creates missing ones without rights', async () => {
    const known = await makeRole('known')
    const other = await makeRole('other')
    const accounts = [
      { role_id: other, role: 'known' },
      { role_id: known, role: 'made' },
      { role_id: 9_999, role: 'made' },
      { role: 'made too' },
      { role: 'MADE' }
    ].map((role) => ({ name: freshName(), ...role }))
    const before = await roleNames()
    const dry = await bring('julong', accounts, { createRoles: true, dryRun: true })
    assert.deepEqual([dry.imported, dry.roles], [5, ['made', 'made too']])
    assert.deepEqual(await roleNames(), before)
    const { imported, roles } = await bring('julong', accounts, { createRoles: true })
    assert.deepEqual([imported, roles], [5, ['made', 'made too']])
    assert.deepEqual(await roleNames(), [...before, 'made', 'made too'])
    const names = await Promise.all(accounts.map(({ name }) => roleOf(name)))
    assert.deepEqual(names, ['known', 'made', 'made', 'made too', 'made'])
    const session = await login(server.client, 'julong', accounts[1]!.name, 'currentpassword')
    assert.equal((await server.client.get('/api/private/v1/roles', { token: session })).status, 403)

    const built = [
      { name: freshName(), role_id: 9_999, role: '超级管理员' },
      { name: freshName(), role_id: 0, role: 'root' }
    ]
    assert.deepEqual((await bring('julong', built, { createRoles: true })).reasons, [
      '1: 超级管理员 is role 9999 there and role 0 of every installation here; write role_id 0 if that one is meant, or another role',
      '2: role 0 is 超级管理员 here, not root; leave out role_id to go by the name'
    ])
  })

  it('maps the fixed roles of waste-sorting and back-office by number', async () => {
    const waste = [{ role_id: 0 }, { role_id: 1 }, { role_id: 2 }, { role_id: 1, role: 'x' }]
    const named = (columns: object): { name: string } => ({ name: freshName(), ...columns })
    const { reasons } = await bring('waste-sorting', waste.map(named))
    assert.deepEqual(
      reasons.map((reason) => reason.slice(0, 14)),
      ['3: role_id mus', '4: must NOT ha']
    )
    const back = [{ role_id: 1, role: 'admin' }, { role_id: 2 }, { role_id: 3 }, { role_id: 1, role: 'viewer' }]
    assert.deepEqual((await bring('back-office', back.map(named))).reasons, [
      '3: there is no role 3; write the name of the role beside it, as role',
      '4: role 1 is admin here, not viewer; leave out role_id to go by the name'
    ])
  })

  it('keeps the time at which an account was made, and takes user-login accounts without a profile', async () => {
    const name = freshName()
    await bring('julong', [{ name, created_at: '2024-06-01 16:04:06.654597+08:00' }])
    const { body } = await server.client.get(`/api/private/v1/user?pagenum=1&pagesize=1&query=${name}`, { token })
    assert.equal(body.data.users[0].create_time, '2024-06-01T08:04:06.654Z')

    const emails = [`${name}@例子.中国`, `${name}2@example.com`]
    await bring('user-login', [{ name: emails[0] }, { name: emails[1], first_name: 'A' }])
    const seen = await Promise.all(
      emails.map(async (email) => {
        const session = await login(server.client, 'user-login', email, 'currentpassword')
        return (await server.client.get('/api/users/me', { token: session })).body.first_name
      })
    )
    assert.deepEqual(seen, [null, 'A'])
  })

  it('leaves lists whole that show a moment from before imports had bounds', async () => {
    const moments = ['0001-12-31 16:00:00+00 BC', '10000-01-01 13:59:59+00', '9999-12-31 20:00:00+00']
    for (const [realm, path, at] of [
      ['tms', '/tms/user/list', 'created_time'],
      ['julong', '/api/private/v1/user?pagenum=1&pagesize=1000', 'create_time']
    ] as const) {
      const names = moments.map(() => freshName())
      await bring(
        realm,
        names.map((name) => ({ name }))
      )
      for (const [index, name] of names.entries()) {
        const moment = moments[index]!
        await server.db(`${realm}.users`).where({ username: name }).update({ created_at: moment, updated_at: moment })
      }
      const session = await login(server.client, realm, names[0]!, 'currentpassword')
      const { status, body } = await server.client.get(path, { token: realm === 'tms' ? session : token })
      assert.equal(status, 200)
      const users = (body.data.users ?? body.data) as Record<string, string>[]
      const shown = users.filter(({ username }) => names.includes(username!)).map((user) => user[at]!.slice(0, 10))
      assert.deepEqual(shown, ['0001-01-01', '9999-12-31', '9999-12-31'], realm)
    }
  })
})
