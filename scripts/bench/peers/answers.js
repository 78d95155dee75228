const text = { type: 'string' }
const integer = { type: 'integer' }
const object = (properties) => ({ type: 'object', properties, required: Object.keys(properties) })
const list = (items) => ({ type: 'array', items })
const envelope = (data) => object({ code: integer, message: text, data })

const user = object({
  created_time: text,
  updated_time: text,
  id: integer,
  username: text,
  nickname: text,
  gender: text,
  telephone: text
})
const taskItem = object({
  created_time: text,
  updated_time: text,
  id: integer,
  description: text,
  detail: text,
  type: text,
  price: { type: 'number' },
  status: text,
  publisher: text,
  assignee: { type: 'string', nullable: true }
})
const julongUser = object({
  id: integer,
  username: text,
  mobile: text,
  type: integer,
  email: text,
  create_time: text,
  mg_state: { type: 'boolean' },
  role_name: text
})

export const me = envelope(user)
export const task = envelope(taskItem)
export const tasks = envelope(object({ total: integer, tasks: list(taskItem) }))
export const julongUsers = object({
  data: object({ total: integer, pagenum: integer, users: list(julongUser) }),
  meta: object({ message: text, status: integer })
})
export const wasteUser = object({ id: integer, username: text, role: integer, points: integer, status: integer })
export const profile = object({ email: text, first_name: text, last_name: text, phone_number: text })

export const id = object({ id: { type: 'integer', minimum: 1 } })
export const newTask = {
  type: 'object',
  required: ['description'],
  properties: {
    description: { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' },
    detail: { type: 'string', maxLength: 10_000, default: '' },
    type: { type: 'string', maxLength: 100, default: '' },
    price: { type: 'number', minimum: 0, maximum: 99_999_999.99, default: 0 },
    status: { type: 'string', enum: ['待办', '进行中', '已完成'], default: '待办' },
    assignee: { type: 'string', nullable: true, minLength: 1, maxLength: 64, pattern: '\\S', default: null }
  }
}
