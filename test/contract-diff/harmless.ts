import {
  answer,
  field,
  header,
  integer,
  object,
  parameter,
  plain,
  reference,
  secured,
  send,
  text,
  type OperationPart
} from './parts.js'

/** What breaks nobody. */
export const harmless: [name: string, before: OperationPart | undefined, after: OperationPart][] = [
  ['a new operation', undefined, plain],
  ['another status', plain, { responses: { ...plain.responses, 404: { description: 'no' } } }],
  ['words', { ...plain, summary: 'a' }, { ...plain, summary: 'b', description: 'c' }],
  ['an example', answer(text), answer({ ...text, example: 'x' })],
  ['deprecation', plain, { ...plain, deprecated: true }],
  ['no token is required', secured({ bearer: [] }), secured()],
  ['another way to authenticate', secured({ bearer: [] }), secured({ bearer: [] }, { bare: [] })],
  ['no right is required', { ...secured({ bearer: [] }), 'x-right': 'users:read' }, secured({ bearer: [] })],
  ['an answer has more', answer(object({ a: text })), answer(object({ a: text, b: text }, 'a', 'b'))],
  ['an answer never has null', answer(field({ ...text, nullable: true })), answer(field(text))],
  ['an answer has fewer values', answer(field({ ...text, enum: ['x', 'y'] })), answer(field({ ...text, enum: ['x'] }))],
  ['an answer is shorter', answer(field(text)), answer(field({ ...text, maxLength: 3 }))],
  ['an answer of a narrower type', answer(field({ type: 'number' })), answer(field(integer))],
  ['an answer has a header', answer(text), header(text, { required: true })],
  ['a body where none was', plain, answer(text)],
  ['a request may have more', send(field(text)), send(object({ a: text, b: text }))],
  ['a request may leave out', send(object({ a: text }, 'a')), send(field(text))],
  ['a request may have null', send(field(text)), send(field({ ...text, nullable: true }))],
  ['a request may have more values', send(field({ ...text, enum: ['x'] })), send(field({ ...text, enum: ['x', 'y'] }))],
  ['a request may be longer', send(field({ ...text, maxLength: 3 })), send(field({ ...text, maxLength: 4 }))],
  ['a request of a wider type', send(field(integer)), send(field({ type: 'number' }))],
  ['a body may be sent', plain, send(text, { required: false })],
  ['a body may be left out', send(text), send(text, { required: false })],
  ['an optional parameter', plain, parameter(text)],
  ['a parameter may be left out', parameter(text, { required: true }), parameter(text)],
  ['the same schema under a name', answer(object({ a: text })), answer(reference('Small'))],
  [
    'the same schema under a name, with a default beside it',
    send(field({ ...object({ a: text }), default: {} })),
    send(field({ allOf: [reference('Small')], default: {} }))
  ]
]
