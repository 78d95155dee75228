import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { shownTask, withTask, type Board } from '../../src/console/tms/board-state.ts'
import { refusalOf } from '../../src/console/tms/problems.ts'
import { FILTERS, taskQuery } from '../../src/console/tms/task-filters.ts'
import { changeOf, draftOf, emptyTask, isPrice, valuesOf } from '../../src/console/tms/task-form.ts'
import { isSameName, rightOver } from '../../src/console/tms/task-rights.ts'
import { STATUSES, statusAt, type Task } from '../../src/console/tms/task.ts'
import { canonicalName } from '../../src/realms/names.js'

const task: Task = {
  created_time: '2024-06-04T09:12:30.120450+08:00',
  updated_time: '2024-06-04T09:12:30.120450+08:00',
  id: 1,
  description: '整理会议纪要',
  detail: '',
  type: '文档',
  price: 50.5,
  status: '待办',
  publisher: '32088',
  assignee: null
}

describe('what an account may change of a task', () => {
  it('is all for its publisher, the status for its assignee, nothing for others', () => {
    const given = { publisher: 'Straße', assignee: 'Bob' }
    assert.equal(rightOver(given, ' STRASSE '), 'all')
    assert.equal(rightOver(given, 'ｂｏｂ'), 'status')
    for (const name of ['Alice', '', undefined]) assert.equal(rightOver(given, name), 'none', name)
    assert.equal(rightOver({ publisher: 'a', assignee: null }, ''), 'none')
  })

  it('takes two spellings for one name exactly where the server does', () => {
    const spellings = fc.string({ unit: 'grapheme' }).chain((name) => {
      const others = [
        name.toUpperCase(),
        name.toLowerCase(),
        name.normalize('NFKD'),
        ` ${name}\t`,
        `${name}x`,
        'ẞ' + name
      ]
      return fc.tuple(fc.constant(name), fc.oneof(fc.constantFrom(...others), fc.string()))
    })
    fc.assert(
      fc.property(spellings, ([one, other]) => {
        assert.equal(isSameName(one, other), canonicalName(one) === canonicalName(other))
      })
    )
  })
})

describe('the board', () => {
  const boards = fc
    .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 })
    .chain((ids) => fc.tuple(fc.constant(ids), fc.array(fc.nat(2), { minLength: ids.length, maxLength: ids.length })))
    .map(([ids, places]): Board => {
      const tasks = ids.map((id, index) => ({ ...task, id, status: STATUSES[places[index]!]! }))
      const lanes = STATUSES.map((status) => {
        const rows = tasks.filter((one) => one.status === status).sort((one, other) => one.id - other.id)
        return [status, { rows, total: rows.length + 7 }]
      })
      return Object.fromEntries(lanes) as Board
    })
  const all = (board: Board): Task[] => STATUSES.flatMap((status) => board[status].rows)

  it('shows a task that was moved once, by id in the lane of its status, and counts it there', () => {
    fc.assert(
      fc.property(boards, fc.nat(), fc.constantFrom(...STATUSES), (board, pick, status) => {
        const before = all(board)[pick % all(board).length]!
        const after = withTask(board, { ...before, status, price: 1 })!
        assert.deepEqual(shownTask(after, before.id), { ...before, status, price: 1 })
        assert.equal(all(after).length, all(board).length)
        for (const lane of STATUSES) {
          const { rows, total } = after[lane]
          assert.ok(rows.every((one) => one.status === lane))
          assert.deepEqual(
            rows.map(({ id }) => id),
            rows.map(({ id }) => id).sort((one, other) => one - other)
          )
          assert.equal(total - rows.length, 7, 'the tasks that are not shown stay')
        }
      })
    )
  })

  it('has to be read again for a task that it does not show, or that a filter may leave out now', () => {
    const empty = { rows: [], total: 0 }
    const board: Board = { 待办: { rows: [task], total: 1 }, 进行中: empty, 已完成: empty }
    assert.equal(withTask(board, { ...task, id: 2 }), undefined)
    assert.equal(withTask(board, { ...task, type: '其他' }), undefined)
    assert.equal(withTask(board, { ...task, assignee: '32089' }), undefined)
  })

  it('has nothing before the first and after the last status', () => {
    assert.deepEqual(
      [statusAt('待办', -1), statusAt('待办', 1), statusAt('已完成', 1)],
      [undefined, '进行中', undefined]
    )
  })
})

describe('the form of a task', () => {
  it('takes prices with at most two decimal places, as they are typed', () => {
    for (const text of ['', '0', '50.5', '99999999.99', ' 1,234.5 ', '５０。５', '1.']) assert.ok(isPrice(text), text)
    for (const text of [
      '-1',
      '1.234',
      '1e3',
      '0x10',
      '100000000',
      'abc',
      '.',
      '1.2.3',
      'Infinity',
      '12,5',
      '1,23.4',
      ',123'
    ]) {
      assert.ok(!isPrice(text), text)
    }
    assert.equal(changeOf({ price: '５０。５' }).price, 50.5)
    assert.equal(changeOf({ price: '1,234,567.8' }).price, 1234567.8)
    assert.equal(changeOf({ price: '' }).price, 0)
  })

  it('sends what was loaded, and nothing for fields that are empty in a new task', () => {
    const { description, detail, type, price, status, assignee } = task
    assert.deepEqual(changeOf(valuesOf(task)), { description, detail, type, price, status, assignee })
    assert.deepEqual(draftOf({ ...emptyTask, description }), { description, status: '待办' })
    assert.equal(changeOf({ assignee: ' ' }).assignee, null)
  })
})

describe('the filters of tasks', () => {
  it('are those of the contract; what makes no sense is none', () => {
    assert.deepEqual(taskQuery(FILTERS), {})
    const filters = { mine: 'published', status: '待办', type: '文档', untyped: '' }
    assert.deepEqual(taskQuery(filters), { mine: 'published', status: '待办', type: '文档' })
    assert.deepEqual(taskQuery({ ...filters, untyped: '1' }).type, '')
    assert.deepEqual(taskQuery({ mine: 'x', status: 'y', type: '', untyped: '' }), {})
  })
})

describe('refusals of tms', () => {
  it('belong to the fields that they name', () => {
    const invalid = {
      code: 422,
      message: '请求参数错误',
      data: { errors: [{ path: 'assignee', message: '负责人不存在' }] }
    }
    assert.deepEqual(refusalOf(invalid), { message: '负责人不存在', fields: { assignee: '负责人不存在' } })
    const taken = { code: 400, message: '用户名已存在', data: { username: 'a' } }
    assert.deepEqual(refusalOf(taken), { message: '用户名已存在', fields: { username: '用户名已存在' } })
    assert.deepEqual(refusalOf({ code: 400, message: '用户密码错误', data: null }).fields, { password: '用户密码错误' })
    assert.deepEqual(refusalOf({ detail: 'Not authenticated' }), { message: 'Not authenticated', fields: {} })
    for (const body of [null, undefined, '']) assert.deepEqual(refusalOf(body), { message: '', fields: {} })
  })
})
