import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { findBreaks, type Break } from '../../scripts/contract-diff/breaks.js'
import type { Document } from '../../scripts/contract-diff/redocly.js'
import { REASONS } from '../../scripts/contract-diff/reasons.js'
import { answers } from './breaking-answers.js'
import { operations } from './breaking-operations.js'
import { requests } from './breaking-requests.js'
import { harmless } from './harmless.js'
import { components, type OperationPart } from './parts.js'

interface Pair {
  title: string
  operations: [OperationPart | undefined, OperationPart | undefined]
}

const breaking = { operations, answers, requests }
const rulePairs = Object.entries(breaking).flatMap(([part, cases]) =>
  cases.map(([name, rule, ...operations]) => ({ title: `${part}: ${name}`, rule, operations }))
)
const harmlessPairs = harmless.map(([name, ...operations]) => ({ title: name, operations }))

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer' },
  bare: { type: 'apiKey', in: 'header', name: 'authorization' },
  oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/t', scopes: { r: '', w: '' } } } }
}

/** The document before (0) or after (1) all changes, with one path for each pair. */
function documentOf(pairs: Pair[], side: 0 | 1, more: Document = {}): Document {
  const paths = pairs.flatMap(({ operations }, i) => {
    const operation = operations[side]
    return operation === undefined ? [] : [[`/p${i}`, { post: { operationId: `o${i}`, ...operation } }]]
  })
  const schemas = Object.fromEntries(Object.entries(components).map(([name, pair]) => [name, pair[side]]))
  return {
    openapi: '3.0.3',
    info: { title: 'Small', version: '1' },
    paths: Object.fromEntries(paths) as object,
    components: { schemas, securitySchemes },
    ...more
  }
}

const compare = (pairs: Pair[]): Break[] => findBreaks('small', documentOf(pairs, 0), documentOf(pairs, 1))

/** What was found about the path of a pair, or about a component that its operation uses. */
function about(found: Break[], index: number): Break[] {
  const own = `#/paths/~1p${index}`
  return found.filter(({ path, operations }) => `${path}/`.startsWith(`${own}/`) || operations.includes(`o${index}`))
}

describe('a change that breaks clients', () => {
  let found: Break[] = []
  before(() => {
    found = compare(rulePairs)
  })

  for (const [i, { title, rule }] of rulePairs.entries()) {
    it(`${title} (${rule})`, () => {
      const rules = about(found, i).map((one) => one.rule)
      assert.ok(rules.includes(rule), `found ${rules.join(', ') || 'nothing'}`)
    })
  }

  it('is reported with its operations and its effect on clients', () => {
    const [change] = about(
      found,
      rulePairs.findIndex(({ title }) => title === 'answers: a field of a shared schema goes')
    )
    assert.equal(change?.path, '#/components/schemas/Answered/properties/b')
    assert.equal(change?.operations.length, 1)
    assert.match(change.what, /`b` of `Answered` was removed/)
    assert.equal(change.why, REASONS['property-removed'])
  })
})

describe('a change that breaks nobody', () => {
  let found: Break[] = []
  before(() => {
    found = compare(harmlessPairs)
  })

  for (const [i, { title }] of harmlessPairs.entries()) {
    it(title, () => assert.deepEqual(about(found, i), []))
  }
})

describe('a change of a whole document', () => {
  const pair: Pair[] = [{ title: '', operations: [undefined, undefined] }]
  const operation = { operationId: 'o', responses: { 200: { description: 'ok' } } }
  const rulesOf = (base: Document, revision: Document) =>
    findBreaks('small', documentOf(pair, 0, base), documentOf(pair, 0, revision)).map(({ rule }) => rule)

  it('an operation goes, its path stays (operation-removed)', () => {
    const { operationId, ...other } = operation
    const both = { get: operation, put: { ...other, operationId: `${operationId}2` } }
    assert.deepEqual(rulesOf({ paths: { '/a': both } }, { paths: { '/a': { get: operation } } }), ['operation-removed'])
  })

  it('a path goes and another comes, which is no renaming (path-removed)', () => {
    const found = findBreaks(
      'small',
      documentOf(pair, 0, { paths: { '/a': { get: operation, put: { ...operation, operationId: 'p' } } } }),
      documentOf(pair, 0, { paths: { '/b': { get: { ...operation, operationId: 'other' } } } })
    )
    const [{ path, operations, what }, ...others] = found as [Break, ...Break[]]
    assert.deepEqual([path, operations, what], ['#/paths/~1a', ['o', 'p'], 'Path `/a` was removed.'])
    assert.deepEqual(others, [])
  })

  it('an operation moves to another path (path-removed)', () => {
    assert.deepEqual(rulesOf({ paths: { '/a': { get: operation } } }, { paths: { '/b': { get: operation } } }), [
      'path-removed'
    ])
  })

  it('a path parameter has another name: the path is the same', () => {
    const named = (name: string) => {
      const parameters = [{ name, in: 'path', required: true, schema: { type: 'string' } }]
      return { paths: { [`/a/{${name}}`]: { get: { ...operation, parameters } } } }
    }
    assert.deepEqual(rulesOf(named('id'), named('key')), [])
  })

  it('an address goes (server-removed)', () => {
    const servers = [{ url: '/' }, { url: '/old' }]
    assert.deepEqual(rulesOf({ servers }, { servers: servers.slice(0, 1) }), ['server-removed'])
  })

  it('the place of a token is another (security-scheme-changed)', () => {
    const moved = { ...securitySchemes, bare: { ...securitySchemes.bare, name: 'x-token' } }
    assert.deepEqual(rulesOf({}, { components: { securitySchemes: moved } }).slice(0, 1), ['security-scheme-changed'])
  })

  it('unknown parameters are refused (unknown-query-refused)', () => {
    const [ignored, refused] = [{ 'x-unknown-query': 'ignored' }, { 'x-unknown-query': 'refused' }]
    assert.deepEqual(rulesOf(ignored, refused), ['unknown-query-refused'])
    assert.deepEqual(rulesOf(refused, ignored), [])
  })
})

it('every rule has a case', () => {
  const shown = new Set<string>(rulePairs.map(({ rule }) => rule))
  const elsewhere = [
    'api-removed',
    'operation-removed',
    'server-removed',
    'security-scheme-changed',
    'unknown-query-refused'
  ]
  assert.deepEqual(
    Object.keys(REASONS).filter((rule) => !shown.has(rule)),
    Object.keys(REASONS).filter((rule) => elsewhere.includes(rule))
  )
})
