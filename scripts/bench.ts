import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { buildForeignPeers } from './bench/foreign-peers.js'
import { peersFolder } from './bench/peers-folder.js'
import { writeReport } from './bench/report.js'
import { createEnvironment } from './bench/environment.js'
import type { Pace, Section, Scenario } from './bench/scenario.js'

/*
 * `npm run bench`: measures the server and what it is compared with, on one PostgreSQL of its own, adds the run to
 * docs/performance-runs.json and writes docs/performance.md. `-- <scenario> …` runs some scenarios alone and `-- --quick` short ones; both print the report and write
 * no file. Ends with 1 on an error or a wrong answer; a goal that is missed is reported and no more.
 */
const PACE: Pace = { seconds: 3, warmUpSeconds: 2, rounds: 5, million: 1_000_000 }
const QUICK: Pace = { seconds: 1, warmUpSeconds: 1, rounds: 2, million: 100_000 }

/** Load average of the last minute beyond which others take the cores that are measured. */
const BUSY = 0.5

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean' } } })
const known = ['me', 'operations', 'logins', 'signing', 'lists', 'whole-list', 'start']
const unknown = positionals.filter((name) => !known.includes(name))
if (unknown.length > 0) throw new Error(`no such scenario: ${unknown.join(', ')}; there are ${known.join(', ')}`)
const names = positionals.length > 0 ? positionals : known
const pace = values.quick === true ? QUICK : PACE
const complete = positionals.length === 0 && values.quick !== true

const [load] = loadavg() as [number]
if (load > BUSY) console.warn(`The machine is busy (load ${load.toFixed(1)}): the figures will not say much.`)
console.log('Installing the peers …')
execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], { cwd: peersFolder })
console.log('Building those in other languages …')
const foreign = await buildForeignPeers()
for (const reason of foreign.leftOut) console.warn(`Left out: ${reason}`)
const environment = await createEnvironment(foreign)
try {
  const sections: Section[] = []
  for (const name of names) {
    console.log(`Measuring ${name} …`)
    const { scenario } = (await import(new URL(`./bench/scenarios/${name}.js`, import.meta.url).href)) as {
      scenario: Scenario
    }
    sections.push(await scenario(environment, pace))
  }
  await writeReport(sections, { pace, complete, load, foreign, postgres: await environment.version() })
} finally {
  await environment.remove()
}
