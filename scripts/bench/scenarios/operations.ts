import type { AccountRow, Realm } from '../../../src/realms/realm.js'
import { julongRealm } from '../../../src/realms/julong.js'
import { tmsRealm } from '../../../src/realms/tms.js'
import { userLoginRealm } from '../../../src/realms/user-login.js'
import { wasteSortingRealm } from '../../../src/realms/waste-sorting.js'
import type { Normalize } from '../check.js'
import type { Request } from '../generator.js'
import { atLeast, atMost } from '../goals.js'
import { race, raceTable, ratioOf } from '../race.js'
import { isThere } from '../serve.js'
import type { Environment } from '../environment.js'
import type { Pace, Section } from '../scenario.js'

const CALLERS = 64
const CONNECTIONS = 64

interface Operation {
  what: string
  requests: Request[]
  normalize?: Normalize
}

/** The other hot operations, each against the same work written for Fastify, Go and Rust. */
export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const ours = await environment.ours()
  const fastify = await environment.peer('Fastify 5 + pg, named statements', 'fastify.js')
  const go = await environment.foreignPeer('go')
  const servers = [ours, await environment.foreignPeer('rust'), go, fastify].filter(isThere)
  const section: Section = {
    title: 'The other hot operations',
    notes: [
      `Each against routes that do the same work on the same tables, the peers with the same statements, ${CONNECTIONS} connections, ${CALLERS} callers in turn, 1,000 accounts and tasks. The write is one whose commit PostgreSQL flushes to disk.`
    ],
    tables: [],
    goals: []
  }
  // Shorter than a scenario of its own: there are five of them.
  const short = { ...pace, seconds: Math.max(1, pace.seconds - 1), rounds: Math.max(2, pace.rounds - 2) }
  try {
    for (const { what, ...load } of operationsOf(environment)) {
      const results = await race(environment, short, { servers, connections: CONNECTIONS, ...load })
      const { head, rows } = raceTable(results)
      section.tables.push({ head: [what, ...head.slice(1)], rows })
      section.goals.push(
        atLeast(`${what}, of Fastify's twin`, 1, ratioOf(results, ours, fastify)),
        atMost(`${what}, total CPU, of Go's twin`, 1, ratioOf(results, ours, go, 'total'))
      )
    }
  } finally {
    await Promise.all(servers.map((server) => server.end()))
  }
  return section
}

function operationsOf(environment: Environment): Operation[] {
  const task = {
    description: '整理六月的会议纪要',
    detail: '汇总后发到项目群',
    type: '文档',
    price: 50.5,
    assignee: 'user9'
  }
  return [
    {
      what: 'julong list page',
      requests: callers(environment, julongRealm, (index) => ({
        path: pageOf('/api/private/v1/user?pagenum', 'pagesize', index)
      }))
    },
    {
      what: 'waste-sorting user detail',
      requests: callers(environment, wasteSortingRealm, (index) => ({ path: `/api/admin/users/${index * 7 + 1}` }))
    },
    { what: 'user-login me', requests: callers(environment, userLoginRealm, () => ({ path: '/api/me' })) },
    {
      what: 'tms task list page',
      requests: callers(environment, tmsRealm, (index) => ({ path: pageOf('/tms/task/list?page', 'limit', index) }))
    },
    {
      what: 'tms task create',
      requests: callers(environment, tmsRealm, () => ({
        method: 'POST',
        path: '/tms/task/create',
        body: JSON.stringify(task)
      })),
      normalize: (body) =>
        body.replace(/"(created|updated)_time":"[^"]*"/g, '"$1_time":""').replace(/"id":\d+/, '"id":0')
    }
  ]
}

/** Pages 1 to 10 of ten. */
function pageOf(page: string, size: string, index: number): string {
  return `${page}=${(index % 10) + 1}&${size}=10`
}

function callers<Row extends AccountRow>(
  environment: Environment,
  realm: Realm<Row>,
  request: (index: number) => Partial<Request> & { path: string }
): Request[] {
  return environment.tokens(realm, CALLERS).map((token, index) => {
    const { method = 'GET', path, body } = request(index)
    const headers: Record<string, string> = { Authorization: `Bearer ${token}` }
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    return { method, path, headers, body }
  })
}
