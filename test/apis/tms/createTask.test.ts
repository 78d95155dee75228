import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { readContract } from '../../../src/http/contract.js'
import { useServer } from '../../support/server.js'
import { publisherAndAssignee, type Person } from '../../support/tasks.js'

describe('tms createTask', () => {
  const server = useServer({ APIS: 'tms' })
  let publisher: Person
  let assignee: Person
  const create = (json: Record<string, unknown>) =>
    server.client.post('/tms/task/create', { token: publisher.token, json })

  before(async () => {
    ;({ publisher, assignee } = await publisherAndAssignee(server))
  })

  it('publishes a task in the name of the caller', async () => {
    const task = { description: '整理', detail: '汇总', type: '文档', price: 50.5, status: '进行中' }
    const sent = { ...task, assignee: assignee.account.name.toUpperCase(), publisher: 'admin', id: 1_000 }
    const { status, body } = await create(sent)
    assert.equal(status, 200)
    const { created_time: created, updated_time: updated, id } = body.data
    assert.deepEqual(body, {
      code: 200,
      message: '新增成功',
      data: {
        created_time: created,
        updated_time: created,
        id,
        ...task,
        publisher: publisher.account.name,
        assignee: assignee.account.name
      }
    })
    assert.equal(updated, created)
    assert.notEqual(id, 1_000)
  })

  it('uses defaults for missing fields', async () => {
    const { body } = await create({ description: '核对' })
    const { detail, type, price, status, assignee: nobody } = body.data
    assert.deepEqual([detail, type, price, status, nobody], ['', '', 0, '待办', null])
  })

  it('keeps a price exactly', async () => {
    for (const price of [0, 0.01, 0.1, 0.29, 1.15, 50, 4_503.6, 99_999_999.99]) {
      assert.equal((await create({ description: '价', price })).body.data.price, price)
    }
  })

  it('takes a price that a form sends as text, in plain decimal form', async () => {
    for (const [price, amount] of [
      ['12.5', 12.5],
      ['12.50', 12.5],
      ['0', 0],
      ['99999999.99', 99_999_999.99]
    ]) {
      const { status, body } = await create({ description: '价', price })
      assert.deepEqual([status, body.data.price], [200, amount])
    }
  })

  it('refuses text that is no price', async () => {
    const texts = [
      '',
      ' ',
      ' 1 ',
      '1e3',
      '0x10',
      '+1',
      '-1',
      '007',
      '.5',
      '5.',
      '1,5',
      '一',
      'NaN',
      '0.001',
      '100000000'
    ]
    for (const price of [...texts, '99999999.9900000000001', ['5']]) {
      const { status, body } = await create({ description: '价', price })
      assert.equal(status, 422, String(price))
      assert.equal(body.data.errors[0].path, 'price')
    }
  })

  it('refuses a price that is no amount of money', async () => {
    for (const price of [0.001, 1.005, 0.1 + 0.2, 1e-7, -0.01, 100_000_000, null, true]) {
      const { status, body } = await create({ description: '价', price })
      assert.equal(status, 422, String(price))
      assert.equal(body.data.errors[0].path, 'price')
    }
  })

  it('refuses an assignee that does not exist', async () => {
    const { status, body } = await create({ description: '整理', assignee: 'nobody of this name' })
    assert.equal(status, 422)
    const errors = [{ path: 'assignee', message: '负责人不存在' }]
    assert.deepEqual(body, { code: 422, message: '请求参数错误', data: { errors } })
    const example = `"value":${JSON.stringify(body)}`
    assert.ok(JSON.stringify(readContract('tms').components).includes(example), 'the contract has it as an example')
  })

  it('refuses a task without a description, or with one that is too long', async () => {
    for (const description of [undefined, '', '  ', '长'.repeat(201)]) {
      const { status, body } = await create({ description })
      assert.equal(status, 422)
      assert.equal(body.data.errors[0].path, 'description')
    }
    assert.equal((await create({ description: '长'.repeat(200), type: '型'.repeat(100) })).status, 200)
  })

  it('asks for a token', async () => {
    const { status, body } = await server.client.post('/tms/task/create', { json: { description: '整理' } })
    assert.equal(status, 401)
    assert.deepEqual(body, { detail: 'Not authenticated' })
  })
})
