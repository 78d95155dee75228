import { answer, field, header, integer, listOf, object, plain, reference, text, type Case } from './parts.js'

/** What breaks clients in an answer. */
export const answers: Case[] = [
  ['a field goes', 'property-removed', answer(object({ a: text, b: text })), answer(object({ a: text }))],
  [
    'a required field goes',
    'required-properties-removed',
    answer(object({ a: text, b: text }, 'b')),
    answer(object({ a: text }))
  ],
  [
    'a field of a list goes',
    'property-removed',
    answer(listOf(object({ a: text, b: text }))),
    answer(listOf(field(text)))
  ],
  ['a field of a shared schema goes', 'property-removed', answer(reference('Answered')), answer(reference('Answered'))],
  ['another schema has less', 'property-removed', answer(reference('Large')), answer(reference('Small'))],
  ['a field may be missing', 'required-properties-removed', answer(object({ a: text }, 'a')), answer(field(text))],
  ['another type', 'schema-type-changed', answer(field(text)), answer(field(integer))],
  ['a wider type', 'schema-type-changed', answer(field(integer)), answer(field({ type: 'number' }))],
  ['null may come', 'schema-type-changed', answer(field(text)), answer(field({ ...text, nullable: true }))],
  [
    'null may come in place of all',
    'schema-type-changed',
    answer(field(text)),
    answer({ ...field(text), nullable: true })
  ],
  [
    'a new value',
    'enum-values-added',
    answer(field({ ...text, enum: ['x'] })),
    answer(field({ ...text, enum: ['x', 'y'] }))
  ],
  ['any value', 'enum-values-added', answer(field({ ...text, enum: ['x'] })), answer(field(text))],
  [
    'a higher maximum',
    'schema-constraint-changed',
    answer(field({ ...integer, maximum: 3 })),
    answer(field({ ...integer, maximum: 4 }))
  ],
  [
    'a lower minimum',
    'schema-constraint-changed',
    answer(field({ ...integer, minimum: 3 })),
    answer(field({ ...integer, minimum: 2 }))
  ],
  ['longer text', 'schema-constraint-changed', answer(field({ ...text, maxLength: 3 })), answer(field(text))],
  ['shorter text', 'schema-constraint-changed', answer(field({ ...text, minLength: 3 })), answer(field(text))],
  ['fewer items', 'schema-constraint-changed', answer(listOf(text, { minItems: 1 })), answer(listOf(text))],
  [
    'more items',
    'schema-constraint-changed',
    answer(listOf(text, { maxItems: 1 })),
    answer(listOf(text, { maxItems: 2 }))
  ],
  ['no pattern', 'schema-constraint-changed', answer(field({ ...text, pattern: 'x' })), answer(field(text))],
  ['no format', 'schema-constraint-changed', answer(field({ ...text, format: 'date' })), answer(field(text))],
  [
    'fields of any name',
    'schema-constraint-changed',
    answer({ ...field(text), additionalProperties: false }),
    answer({ ...field(text), additionalProperties: true })
  ],
  ['another form (oneOf)', 'schema-combinator-changed', answer({ oneOf: [text] }), answer({ oneOf: [text, integer] })],
  ['another form (anyOf)', 'schema-combinator-changed', answer({ anyOf: [text] }), answer({ anyOf: [text, integer] })],
  [
    'less of a form (allOf)',
    'schema-combinator-changed',
    answer({ allOf: [field(text), object({ b: text })] }),
    answer({ allOf: [field(text)] })
  ],
  ['no body', 'media-type-removed', answer(text), plain],
  ['a header goes', 'response-header-removed', header(text), answer(text)],
  ['a header may be missing', 'response-header-became-optional', header(text, { required: true }), header(text)],
  ['a header of another type', 'schema-type-changed', header(integer), header(text)]
]
