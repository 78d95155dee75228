import { field, integer, listOf, object, parameter, plain, reference, send, text, type Case } from './parts.js'

/** What breaks clients in what they send. */
export const requests: Case[] = [
  ['a new required field', 'required-properties-added', send(field(text)), send(object({ a: text, b: text }, 'b'))],
  ['a field is required', 'required-properties-added', send(field(text)), send(object({ a: text }, 'a'))],
  [
    'a field within is required',
    'required-properties-added',
    send(field(field(text))),
    send(field(object({ a: text }, 'a')))
  ],
  [
    'a field of a list is required',
    'required-properties-added',
    send(listOf(field(text))),
    send(listOf(object({ a: text }, 'a')))
  ],
  [
    'a field of a shared schema is required',
    'required-properties-added',
    send(reference('Asked')),
    send(reference('Asked'))
  ],
  ['a field is ignored', 'request-property-removed', send(object({ a: text, b: text })), send(field(text))],
  [
    'a field is refused',
    'property-removed',
    send({ ...object({ a: text, b: text }), additionalProperties: false }),
    send({ ...field(text), additionalProperties: false })
  ],
  ['a narrower type', 'schema-type-changed', send(field({ type: 'number' })), send(field(integer))],
  ['another type of body', 'schema-type-changed', send(text), send(integer)],
  ['null is refused', 'schema-type-changed', send(field({ ...text, nullable: true })), send(field(text))],
  [
    'a value less',
    'enum-values-removed',
    send(field({ ...text, enum: ['x', 'y'] })),
    send(field({ ...text, enum: ['x'] }))
  ],
  ['only some values', 'enum-values-removed', send(field(text)), send(field({ ...text, enum: ['x'] }))],
  [
    'shorter text',
    'schema-constraint-changed',
    send(field({ ...text, maxLength: 4 })),
    send(field({ ...text, maxLength: 3 }))
  ],
  ['longer text', 'schema-constraint-changed', send(field(text)), send(field({ ...text, minLength: 1 }))],
  [
    'a higher minimum',
    'schema-constraint-changed',
    send(field({ ...integer, minimum: 1 })),
    send(field({ ...integer, minimum: 2 }))
  ],
  [
    'an exclusive minimum',
    'schema-constraint-changed',
    send(field({ ...integer, minimum: 1 })),
    send(field({ ...integer, minimum: 1, exclusiveMinimum: true }))
  ],
  ['a lower maximum', 'schema-constraint-changed', send(field(integer)), send(field({ ...integer, maximum: 5 }))],
  ['multiples only', 'schema-constraint-changed', send(field(integer)), send(field({ ...integer, multipleOf: 2 }))],
  ['more items', 'schema-constraint-changed', send(listOf(text)), send(listOf(text, { minItems: 1 }))],
  ['fewer items', 'schema-constraint-changed', send(listOf(text)), send(listOf(text, { maxItems: 9 }))],
  ['different items', 'schema-constraint-changed', send(listOf(text)), send(listOf(text, { uniqueItems: true }))],
  ['more fields', 'schema-constraint-changed', send(field(text)), send({ ...field(text), minProperties: 1 })],
  ['fewer fields', 'schema-constraint-changed', send(field(text)), send({ ...field(text), maxProperties: 1 })],
  ['a pattern', 'schema-constraint-changed', send(field(text)), send(field({ ...text, pattern: 'x' }))],
  ['a format', 'schema-constraint-changed', send(field(text)), send(field({ ...text, format: 'email' }))],
  [
    'known fields only',
    'schema-constraint-changed',
    send(field(text)),
    send({ ...field(text), additionalProperties: false })
  ],
  ['a form less (oneOf)', 'schema-combinator-changed', send({ oneOf: [text, integer] }), send({ oneOf: [text] })],
  ['a form less (anyOf)', 'schema-combinator-changed', send({ anyOf: [text, integer] }), send({ anyOf: [text] })],
  [
    'more of a form (allOf)',
    'schema-combinator-changed',
    send({ allOf: [field(text)] }),
    send({ allOf: [field(text), object({ b: text }, 'b')] })
  ],
  ['a required body is new', 'request-body-added', plain, send(text)],
  ['a body is required', 'request-body-became-required', send(text, { required: false }), send(text)],
  ['the body goes', 'request-body-removed', send(text), plain],
  [
    'another media type',
    'media-type-removed',
    send(text),
    { ...plain, requestBody: { required: true, content: { 'text/plain': { schema: text } } } }
  ],
  ['a parameter goes', 'parameter-removed', parameter(text), plain],
  ['a parameter moves', 'parameter-removed', parameter(text), parameter(text, { in: 'header' })],
  ['a new required parameter', 'parameter-became-required', plain, parameter(text, { required: true })],
  ['a parameter is required', 'parameter-became-required', parameter(text), parameter(text, { required: true })],
  ['a parameter of another type', 'schema-type-changed', parameter(text), parameter(integer)],
  ['a parameter of fewer values', 'enum-values-removed', parameter(text), parameter({ ...text, enum: ['x'] })],
  [
    'a parameter of a lower maximum',
    'schema-constraint-changed',
    parameter({ ...integer, maximum: 4 }),
    parameter({ ...integer, maximum: 3 })
  ],
  [
    'a parameter written otherwise',
    'parameter-serialization-changed',
    parameter(listOf(text)),
    parameter(listOf(text), { explode: false })
  ]
]
