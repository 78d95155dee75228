import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { atLeast, atMost, figuresOf, goalsTable } from '../../scripts/bench/goals.js'
import { recordRun, type RecordedRun } from '../../scripts/bench/recorded-runs.js'

describe('the goals of the benchmark', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'quintet-bench-test-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('are judged by the worst of the last three runs, with median and range', () => {
    const runs = [0.1, 2.4, 2.1, 2.2].map((rate) => runOf({ rate, time: rate }))

    const { rows } = goalsTable([atLeast('rate', 2.2, 2.2), atMost('time', 2.3, 2.2, 'ms', 1)], runs)

    assert.deepEqual(rows, [
      ['rate', '≥ 2.2 ×', '2.20 ×', '2.10–2.40', '3', '**missed**'],
      ['time', '≤ 2.3 ms', '2.2 ms', '2.1–2.4', '3', '**missed**']
    ])
  })

  it('are met when all runs met them', () => {
    const runs = [2.4, 2.2].map((rate) => runOf({ rate, time: rate }))

    const { rows } = goalsTable([atLeast('rate', 2.2, 2.2), atMost('time', 2.4, 2.2)], runs)

    assert.deepEqual(rows, [
      ['rate', '≥ 2.2 ×', '2.30 ×', '2.20–2.40', '2', 'met'],
      ['time', '≤ 2.4 ×', '2.30 ×', '2.20–2.40', '2', 'met']
    ])
  })

  it('are judged by the runs that measured them, and by none are not met', () => {
    const goals = [atLeast('of Go', 1, undefined), atLeast('of axum', 1, undefined)]

    const { rows } = goalsTable(goals, [runOf({ 'of Go': 1.5 }), runOf(figuresOf(goals))])

    assert.deepEqual(rows, [
      ['of Go', '≥ 1 ×', '1.50 ×', '1.50–1.50', '1', 'met'],
      ['of axum', '≥ 1 ×', '', '', '0', 'not measured']
    ])
  })

  it('find the figures of each run in the file that it was added to', async () => {
    const file = join(folder, 'runs.json')
    await recordRun(file, runOf({ rate: 2.418_234 }))

    const runs = await recordRun(file, runOf({ rate: 2.5, time: 12_345.6 }))

    assert.deepEqual(
      runs.map(({ figures }) => figures),
      [{ rate: 2.418 }, { rate: 2.5, time: 12_350 }]
    )
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), runs)
  })
})

function runOf(figures: Record<string, number>): RecordedRun {
  return { date: '2026-11-30', machine: '2 × some processor', load: 0.1, figures }
}
