import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { useServer } from '../support/server.js'
import { alerts, dashboardExpressions, panels, seriesIn } from './dashboard.js'

/** Metrics of Node and of the process, of which the dashboard shows some. */
const OF_NODE = /^quintet_(nodejs|process)_/

describe('the dashboard and the alerts', () => {
  const server = useServer({ APIS: 'tms' })
  let metrics: { name: string; type: string }[]
  before(async () => {
    const text = await server.context.metrics.render()
    metrics = [...text.matchAll(/^# TYPE (\S+) (\w+)$/gm)].map(([, name = '', type = '']) => ({ name, type }))
  })

  /** The names that a metric has in expressions. */
  const seriesOf = ({ name, type }: { name: string; type: string }): string[] =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((suffix) => name + suffix) : [name]

  it('name only metrics that the server has', () => {
    const has = new Set(metrics.flatMap(seriesOf))
    const named = seriesIn([...dashboardExpressions, ...alerts.map(({ expr }) => expr)])
    assert.ok(named.length > 10)
    assert.deepEqual(
      named.filter((name) => !has.has(name)),
      []
    )
  })

  it('show every metric of the server that is not one of Node', () => {
    const shown = seriesIn(dashboardExpressions)
    const own = metrics.filter(({ name }) => !OF_NODE.test(name))
    assert.ok(own.length > 5)
    const missing = own.filter((metric) => !seriesOf(metric).some((name) => shown.includes(name)))
    assert.deepEqual(missing, [])
  })

  it('have panels that each show something, within the job and instance that are chosen', () => {
    for (const { title, targets = [] } of panels) {
      assert.ok(targets.length > 0, title)
      for (const { expr } of targets) {
        for (const [, filter] of expr.matchAll(/\bquintet_\w+(\{.*?\})?/g)) {
          assert.match(filter ?? '', /^\{job=~"\$job",instance=~"\$instance"/, `${title}: ${expr}`)
        }
      }
    }
  })
})
