import { tmsRealm } from '../../../src/realms/tms.js'
import { bodyOf } from '../check.js'
import type { Request } from '../generator.js'
import { race, raceTable, ratioOf, type Lap, type Result } from '../race.js'
import { isThere, type Server } from '../serve.js'
import type { Environment } from '../environment.js'
import { atLeast, atMost, type Goal } from '../goals.js'
import type { Pace, Section } from '../scenario.js'

const CALLERS = 64
const CONNECTIONS = 64

/** `GET /tms/user/me` of many accounts in turn. */
export function meRequests(environment: Environment, count = CALLERS): Request[] {
  return environment.tokens(tmsRealm, count).map((token) => ({
    method: 'GET',
    path: '/tms/user/me',
    headers: { Authorization: `Bearer ${token}` }
  }))
}

/** For one connection, whose rounds differ by a tenth: the same time in more of them. */
function inShortTurns(pace: Pace): Pace {
  return { ...pace, seconds: 1, rounds: pace.rounds * pace.seconds }
}

/** Undefined are those that could not be built. */
interface Peers {
  floor: Server
  coalesced: Server
  fastify: Server
  express: Server
  backend: Server
  go: Server | undefined
  axum: Server | undefined
  fastapi: Server | undefined
}

export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const requests = meRequests(environment)
  const ours = await environment.ours()
  const peers = await startPeers(environment, await bodyOf(ours, requests[0]!))
  const { floor, fastify, go, axum } = peers
  const all = [ours, ...Object.values<Server | undefined>({ ...peers })].filter(isThere)
  const few = [ours, fastify, go, axum].filter(isThere)
  try {
    const many = await race(environment, pace, { servers: all, connections: CONNECTIONS, requests, unchecked: [floor] })
    const turns = inShortTurns(pace)
    const alone = await race(environment, turns, { servers: few, connections: 1, requests })
    return {
      title: 'GET /tms/user/me',
      notes: [
        `Verify a bearer token, load its account and whether the token is revoked, answer the envelope: ${CALLERS} accounts in turn, ${CONNECTIONS} connections, then one. All answers are the same, byte by byte; the floor does none of the work.`,
        'All but the floor write one line of log for each request, with an id, method, status and duration, to /dev/null. Ours tells API and operation too, counts the request in its metrics, and sends CORS headers and `X-Request-Id`. All have as many connections to PostgreSQL and, but Express, prepare their statements.',
        `With one connection in ${turns.rounds} rounds of ${turns.seconds} s.`
      ],
      tables: [raceTable(many), raceTable(alone)],
      goals: [...goalsOfMany(ours, many, peers), ...goalsOfOne(ours, alone, peers)]
    }
  } finally {
    await Promise.all(all.map((server) => server.end()))
  }
}

async function startPeers(environment: Environment, constant: string): Promise<Peers> {
  return {
    floor: await environment.peer('node:http, a constant (the floor)', 'floor.js', { constant }),
    coalesced: await environment.peer('node:http + pg, coalesced (the limit)', 'coalesced.js'),
    axum: await environment.foreignPeer('rust'),
    go: await environment.foreignPeer('go'),
    fastify: await environment.peer('Fastify 5 + pg, named statements', 'fastify.js'),
    express: await environment.peer('Express 5 + express-openapi-validator + knex', 'express.js'),
    backend: await environment.peer("openapi-backend's handleRequest in Koa + pg", 'openapi-backend.js'),
    fastapi: await environment.foreignPeer('fastapi')
  }
}

function goalsOfMany(ours: Server, results: Map<string, Result>, { fastify, coalesced, axum }: Peers): Goal[] {
  const of = (peer: Server | undefined, figure?: keyof Lap) => ratioOf(results, ours, peer, figure)
  return [
    atLeast('64 connections, requests/s, of axum', 1, of(axum)),
    atMost('64 connections, total CPU, of axum', 0.8, of(axum, 'total')),
    atLeast('64 connections, requests/s, of Fastify + pg', 2.2, of(fastify)),
    atLeast('64 connections, requests/s, of the coalesced limit', 0.9, of(coalesced)),
    atMost('64 connections, p99, of the coalesced limit', 1.2, of(coalesced, 'p99')),
    atMost('64 connections, CPU of node per request, of Fastify + pg', 0.4, of(fastify, 'server')),
    atMost('64 connections, CPU of PostgreSQL per request, of Fastify + pg', 0.22, of(fastify, 'postgres'))
  ]
}

function goalsOfOne(ours: Server, results: Map<string, Result>, { fastify, go }: Peers): Goal[] {
  return [
    atLeast('1 connection, requests/s, of Fastify + pg', 1, ratioOf(results, ours, fastify)),
    atLeast('1 connection, requests/s, of Go', 0.85, ratioOf(results, ours, go)),
    atMost('1 connection, p99, of Fastify + pg', 1.2, ratioOf(results, ours, fastify, 'p99'))
  ]
}
