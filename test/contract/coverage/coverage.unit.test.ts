import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { reportOf, tableOf } from '../../../scripts/contract-coverage/report.js'
import type { ContractDocument } from '../../../src/http/contract.js'
import { inventoryOf, type Exchange } from './inventory.js'

const problem = {
  description: 'refused',
  'x-statuses': [429],
  headers: { 'Retry-After': { schema: { type: 'integer' } } },
  content: { 'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } } }
}

/** Trees of nodes with a colour: GET one by id, or POST a draft of one. */
const contract = {
  openapi: '3.0.3',
  info: { title: 'trees', version: '1' },
  paths: {
    '/trees/{id}': {
      get: {
        operationId: 'getTree',
        security: [],
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'sort', in: 'query', schema: { type: 'string', enum: ['up', 'down'] } }
        ],
        responses: { 200: answer('Tree'), 404: answer('Problem'), default: problem }
      }
    },
    '/trees': {
      post: {
        operationId: 'plant',
        security: [],
        requestBody: body('Draft'),
        responses: { 200: answer('Tree'), default: problem }
      }
    }
  },
  components: {
    schemas: {
      Draft: {
        type: 'object',
        properties: { colour: { $ref: '#/components/schemas/Colour' }, note: { type: 'string' } }
      },
      Tree: {
        type: 'object',
        additionalProperties: false,
        properties: {
          colour: { allOf: [{ $ref: '#/components/schemas/Colour' }], default: 'red' },
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } }
        }
      },
      Colour: { type: 'string', enum: ['red', 'green'] },
      Problem: { type: 'object', properties: { message: { type: 'string' } } }
    }
  }
} as unknown as ContractDocument

function answer(schema: string) {
  return { description: schema, ...body(schema) }
}

function body(schema: string) {
  return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } }
}

const inventory = inventoryOf(contract)

function met(exchange: Partial<Exchange>): string[] {
  return [
    ...inventory.metBy({
      method: 'GET',
      url: '/trees/1',
      status: 200,
      requestBody: '',
      responseHeaders: { 'content-type': 'application/json' },
      responseBody: '{}',
      ...exchange
    })
  ].sort()
}

describe('coverage of contracts', () => {
  it('counts operations, parameters, statuses, headers, fields and values of enumerations', () => {
    assert.deepEqual(Object.fromEntries(inventory.items), {
      getTree: 'operations',
      'getTree path id': 'parameters',
      'getTree query sort': 'parameters',
      'getTree query sort = up': 'enum values',
      'getTree query sort = down': 'enum values',
      'getTree 200': 'statuses',
      'getTree 200 /colour': 'response fields',
      'getTree 200 /colour = red': 'enum values',
      'getTree 200 /colour = green': 'enum values',
      'getTree 200 /children': 'response fields',
      'getTree 404': 'statuses',
      'getTree 404 /message': 'response fields',
      plant: 'operations',
      'plant request /colour': 'request fields',
      'plant request /colour = red': 'enum values',
      'plant request /colour = green': 'enum values',
      'plant request /note': 'request fields',
      'plant 200': 'statuses',
      'plant 200 /colour': 'response fields',
      'plant 200 /colour = red': 'enum values',
      'plant 200 /colour = green': 'enum values',
      'plant 200 /children': 'response fields',
      'default 429': 'statuses',
      'default header Retry-After': 'headers',
      'default /message': 'response fields'
    })
  })

  it('finds what a request and its response met, in the nodes of a tree too', () => {
    const responseBody = '{"colour":"red","children":[{"colour":"green"}]}'
    assert.deepEqual(met({ url: '/trees/7?sort=up', responseBody }), [
      'getTree',
      'getTree 200',
      'getTree 200 /children',
      'getTree 200 /colour',
      'getTree 200 /colour = green',
      'getTree 200 /colour = red',
      'getTree path id',
      'getTree query sort',
      'getTree query sort = up'
    ])
    assert.deepEqual(met({ method: 'POST', url: '/trees', requestBody: '{"colour":"green","other":1}' }), [
      'plant',
      'plant 200',
      'plant request /colour',
      'plant request /colour = green'
    ])
  })

  it('counts nothing of a refused request, and nothing of a response that the contract does not have', () => {
    const refused = { method: 'POST', url: '/trees', status: 429, requestBody: '{"note":"x"}' }
    const responseHeaders = { 'content-type': 'application/json', 'retry-after': '3' }
    const responseBody = '{"message":"later"}'
    assert.deepEqual(met({ ...refused, responseHeaders, responseBody }), [
      'default /message',
      'default 429',
      'default header Retry-After',
      'plant'
    ])
    assert.deepEqual(met({ status: 418 }), [])
    assert.deepEqual(met({ responseBody: '{"colour":"blue"}' }), [])
    assert.deepEqual(met({ url: '/trees/1/2' }), [])
  })

  it('reports what is unmet without a reason, and reasons that are not true', () => {
    const names = [...inventory.items.keys()]
    const isMet = (name: string): boolean => !/note|= green|404/.test(name)
    const coverage = { api: 'trees', items: inventory.items, met: new Set(names.filter(isMet)) }
    const without = reportOf([coverage], [])
    assert.deepEqual(without.unmet, [
      'trees getTree 200 /colour = green',
      'trees getTree 404',
      'trees getTree 404 /message',
      'trees plant request /note',
      'trees plant request /colour = green',
      'trees plant 200 /colour = green'
    ])
    assert.deepEqual(without.apis.trees!['request fields'], { met: 1, all: 2 })
    assert.match(tableOf(without), /^trees +2\/2 +2\/2 +3\/4 +1\/1 +1\/2 +5\/6 +5\/8 +19\/25$/m)

    const unmet = ['getTree 404*', '*/colour = green', 'plant request /note']
    const explained = reportOf([coverage], [{ api: 'trees', unmet, reason: 'green is not in season' }])
    assert.deepEqual([explained.unmet, explained.wrongReasons], [[], []])
    assert.equal(explained.explained.length, 6)

    const wrong = ['plant request /colour', 'plant 500']
    const reasons = [
      { api: 'trees', unmet: wrong, reason: 'wrong' },
      { api: 'bushes', unmet: ['*'], reason: 'wrong' }
    ]
    assert.deepEqual(reportOf([coverage], reasons).wrongReasons, [
      'trees plant request /colour: plant request /colour is met',
      'trees plant 500: the contract has nothing of that name',
      'bushes: no such API'
    ])
  })
})
