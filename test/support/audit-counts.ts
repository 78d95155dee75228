import type { Client } from './client.js'
import type { Figure } from './measured-test.js'
import { median } from './median.js'
import { ask } from './postgres.js'
import { login } from './sessions.js'

export const AUDIT = '/api/private/v1/audit'
const TIMES = 15
const MOST_MS_TO_COUNT = 50

const at = (days: number): string => new Date(Date.now() + days * 86_400_000 + 437_000).toISOString()
export const YEAR = `from=${at(2)}&to=${at(345)}`
export const DAY = `from=${at(100)}&to=${at(101)}`

/** What is counted, over HTTP, and SQL of the key. */
const COUNTS: Record<string, { query: string; key: string }> = {
  'days of a year': { query: `by=day&${YEAR}`, key: dayOf('Asia/Shanghai') },
  'days of a year in Berlin, logins': {
    query: `by=day&tz=Europe/Berlin&action=login&${YEAR}`,
    key: dayOf('Europe/Berlin')
  },
  'months of a year': { query: `by=month&${YEAR}`, key: dayOf('Asia/Shanghai', 'month') },
  'hours of a day in Kolkata': { query: `by=hour&tz=Asia/Kolkata&${DAY}`, key: dayOf('Asia/Kolkata', 'hour') },
  'actions of a year': { query: `by=action&${YEAR}`, key: 'action' },
  'actions of a day': { query: `by=action&${DAY}`, key: 'action' }
}

function dayOf(zone: string, unit = 'day'): string {
  const start = `date_trunc('${unit}', at at time zone '${zone}') at time zone '${zone}'`
  return `to_char(${start} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`
}

/** Times of counts over HTTP, each compared with what PostgreSQL counts one by one. Throws where a median is too long. */
export async function countsOf(client: Client, databaseUrl: string): Promise<Figure[]> {
  const token = await login(client, 'julong', 'admin', '123456')
  const figures: Figure[] = []
  const slow: string[] = []
  for (const [name, { query, key }] of Object.entries(COUNTS)) {
    const times: number[] = []
    let entries = 0
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now()
      const { status, body } = await client.get(`${AUDIT}/count?${query}`, { token })
      times.push(performance.now() - began)
      if (status !== 200) throw new Error(`${query}: ${status}`)
      if (time === 0) await checkCounts(databaseUrl, query, { key, counts: body.data.counts })
      entries = body.data.total
    }
    const [middle, most] = [median(times), Math.max(...times)]
    console.log(`${name}: ${middle.toFixed(1)} ms, at most ${most.toFixed(1)}`)
    if (middle > MOST_MS_TO_COUNT) slow.push(name)
    figures.push({
      name: `count: ${name}`,
      value: `${middle.toFixed(1)} ms (at most ${most.toFixed(1)}); ${entries} entries`
    })
  }
  if (slow.length > 0) throw new Error(`slower than ${MOST_MS_TO_COUNT} ms: ${slow.join(', ')}`)
  return figures
}

async function checkCounts(
  databaseUrl: string,
  query: string,
  { key, counts }: { key: string; counts: { key: string; done: number; failed: number }[] }
): Promise<void> {
  const rows = await ask(
    databaseUrl,
    `select ${key} as key, count(*) filter (where result = 'done') as done, count(*) filter (where result = 'failed') as failed
    from audit.events where ${conditionOf(new URLSearchParams(query))} group by 1`
  )
  const found = counts.filter(({ done, failed }) => done + failed > 0).map((row) => Object.values(row).join())
  const expected = rows.map((row) => Object.values(row).join())
  if (found.sort().join(';') !== expected.sort().join(';')) throw new Error(`${query}: ${found[0]} for ${expected[0]}`)
}

/** SQL of the entries that a query is about. */
export function conditionOf(requested: URLSearchParams): string {
  return [
    `realm = 'julong'`,
    ...(requested.has('actor') ? [`actor_name = '${requested.get('actor')}'`] : []),
    ...(requested.has('action') ? [`action = '${requested.get('action')}'`] : []),
    ...(requested.has('result') ? [`result = '${requested.get('result')}'`] : []),
    ...(requested.has('from') ? [`at >= '${requested.get('from')}' and at < '${requested.get('to')}'`] : [])
  ].join(' and ')
}
