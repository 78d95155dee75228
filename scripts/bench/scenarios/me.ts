import { tmsRealm } from '../../../src/realms/tms.js'
import { bodyOf } from '../check.js'
import type { Request } from '../generator.js'
import { race, raceTable, ratio } from '../race.js'
import type { Environment } from '../environment.js'
import { atLeast, atMost, type Pace, type Section } from '../scenario.js'

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

export async function scenario(environment: Environment, pace: Pace): Promise<Section> {
  const requests = meRequests(environment)
  const ours = await environment.ours()
  const constant = await bodyOf(ours, requests[0]!)
  const floor = await environment.peer('node:http, a constant (the floor)', 'floor.js', { constant })
  const coalesced = await environment.peer('node:http + pg, coalesced (the limit)', 'coalesced.js')
  const fastify = await environment.peer('Fastify 5 + pg, named statements', 'fastify.js')
  const express = await environment.peer('Express 5 + express-openapi-validator + knex', 'express.js')
  const backend = await environment.peer("openapi-backend's handleRequest in Koa + pg", 'openapi-backend.js')
  const all = [ours, floor, coalesced, fastify, express, backend]
  try {
    const many = await race(environment, pace, { servers: all, connections: CONNECTIONS, requests, unchecked: [floor] })
    const turns = inShortTurns(pace)
    const alone = await race(environment, turns, { servers: [ours, fastify], connections: 1, requests })
    const [we, they, limit] = [many.get(ours.name)!, many.get(fastify.name)!, many.get(coalesced.name)!]
    const single = ratio(alone.get(ours.name)!, alone.get(fastify.name)!)
    return {
      title: 'GET /tms/user/me',
      notes: [
        `Verify a bearer token, load its account and whether the token is revoked, answer the envelope: ${CALLERS} accounts in turn, ${CONNECTIONS} connections, then one. All answers are the same, byte by byte; the floor does none of the work.`,
        'All but the floor write one line of log for each request, with an id, method, status and duration, to /dev/null. Ours tells API and operation too, counts the request in its metrics, and sends CORS headers and `X-Request-Id`.',
        `With one connection in ${turns.rounds} rounds of ${turns.seconds} s.`
      ],
      tables: [raceTable(many), raceTable(alone)],
      goals: [
        atLeast('64 connections, requests/s, of Fastify + pg', 2.5, ratio(we, they)),
        atLeast('64 connections, requests/s, of the coalesced limit', 0.9, ratio(we, limit)),
        atLeast('1 connection, requests/s, of Fastify + pg', 0.95, single),
        atMost('64 connections, CPU of node per request, of Fastify + pg', 0.4, ratio(we, they, 'node')),
        atMost('64 connections, CPU of PostgreSQL per request, of Fastify + pg', 0.22, ratio(we, they, 'postgres'))
      ]
    }
  } finally {
    await Promise.all(all.map((server) => server.end()))
  }
}
