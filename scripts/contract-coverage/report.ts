import { kinds, type Kind } from '../../test/contract/coverage/inventory.js'

/** What no test can meet, and why. In a name, `*` matches any text. */
export interface Reason {
  api: string
  unmet: string[]
  reason: string
}

/** What one contract says, by name, and the names of it that tests met. */
export interface Coverage {
  api: string
  items: ReadonlyMap<string, Kind>
  met: ReadonlySet<string>
}

export interface Report {
  apis: Record<string, Record<Kind, { met: number; all: number }>>
  /** Unmet, with a reason. */
  explained: string[]
  /** Unmet, without one. */
  unmet: string[]
  /** Reasons that are not true: for something that is met, or that the contract does not say. */
  wrongReasons: string[]
}

export function reportOf(coverages: Coverage[], reasons: Reason[]): Report {
  const report: Report = { apis: {}, explained: [], unmet: [], wrongReasons: [] }
  for (const { api, items, met } of coverages) {
    const own = reasons.filter((reason) => reason.api === api).flatMap(({ unmet }) => unmet)
    const patterns = own.map((text) => ({ text, pattern: patternOf(text) }))
    report.apis[api] = countsOf(items, met)
    for (const name of items.keys()) {
      if (met.has(name)) continue
      const list = patterns.some(({ pattern }) => pattern.test(name)) ? report.explained : report.unmet
      list.push(`${api} ${name}`)
    }
    for (const { text, pattern } of patterns)
      report.wrongReasons.push(...problemsOf(`${api} ${text}`, pattern, items, met))
  }
  const known = new Set(coverages.map(({ api }) => api))
  const others = reasons.filter(({ api }) => !known.has(api))
  report.wrongReasons.push(...others.map(({ api }) => `${api}: no such API`))
  return report
}

function countsOf(items: ReadonlyMap<string, Kind>, met: ReadonlySet<string>): Report['apis'][string] {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, { met: 0, all: 0 }])) as Report['apis'][string]
  for (const [name, kind] of items) {
    counts[kind].all += 1
    if (met.has(name)) counts[kind].met += 1
  }
  return counts
}

function problemsOf(
  reason: string,
  pattern: RegExp,
  items: ReadonlyMap<string, Kind>,
  met: ReadonlySet<string>
): string[] {
  const named = [...items.keys()].filter((name) => pattern.test(name))
  if (named.length === 0) return [`${reason}: the contract has nothing of that name`]
  return named.filter((name) => met.has(name)).map((name) => `${reason}: ${name} is met`)
}

function patternOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`)
}

/** API × kind, `met/all` each, and their sums. */
export function tableOf({ apis }: Report): string {
  const rows = Object.entries(apis).map(([api, counts]) => [api, ...kinds.map((kind) => counts[kind])] as const)
  const sums = kinds.map((_, i) => sumOf(rows.map((row) => row[i + 1] as Share)))
  const cells = [
    ['', ...kinds, 'in all'],
    ...[...rows, ['in all', ...sums] as const].map(([name, ...counts]) => [
      name,
      ...[...counts, sumOf(counts)].map(({ met, all }) => `${met}/${all}`)
    ])
  ]
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)))
  const line = (row: string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')
  return cells.map(line).join('\n')
}

interface Share {
  met: number
  all: number
}

function sumOf(shares: readonly Share[]): Share {
  return shares.reduce((sum, { met, all }) => ({ met: sum.met + met, all: sum.all + all }), { met: 0, all: 0 })
}
