import { plain, secured, type Case } from './parts.js'

/** What breaks clients in an operation as a whole. */
export const operations: Case[] = [
  ['a path goes', 'path-removed', plain, undefined],
  [
    'an operation is renamed',
    'operation-id-changed',
    { ...plain, operationId: 'old' },
    { ...plain, operationId: 'new' }
  ],
  ['a status goes', 'response-removed', { responses: { ...plain.responses, 404: { description: 'no' } } }, plain],
  ['the status of success is another', 'response-removed', { responses: { 201: { description: 'ok' } } }, plain],
  [
    'the default answer goes',
    'response-removed',
    { responses: { ...plain.responses, default: { description: 'no' } } },
    plain
  ],
  ['a token is required', 'security-requirement-changed', secured(), secured({ bearer: [] })],
  [
    'one of two ways to authenticate goes',
    'security-requirement-changed',
    secured({ bearer: [] }, { bare: [] }),
    secured({ bearer: [] })
  ],
  ['another scheme is required', 'security-requirement-changed', secured({ bearer: [] }), secured({ bare: [] })],
  [
    'a second scheme is required',
    'security-requirement-changed',
    secured({ bearer: [] }),
    secured({ bearer: [], bare: [] })
  ],
  [
    'another scope is required',
    'security-requirement-changed',
    secured({ oauth: ['r'] }),
    secured({ oauth: ['r', 'w'] })
  ],
  [
    'a right is required',
    'right-changed',
    secured({ bearer: [] }),
    { ...secured({ bearer: [] }), 'x-right': 'users:read' }
  ],
  [
    'an expired token is refused',
    'expired-token-refused',
    { ...secured({ bearer: [] }), 'x-expired-token': 'accepted' },
    secured({ bearer: [] })
  ]
]
