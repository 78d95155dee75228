import { parse } from 'yaml'
import { readDeployFile } from './support.js'

export interface Panel {
  type: string
  title: string
  targets?: { expr: string }[]
}

interface Dashboard {
  panels: Panel[]
  templating: { list: { name: string; definition?: string }[] }
}

interface Rules {
  groups: { rules: { alert: string; expr: string }[] }[]
}

const dashboard = JSON.parse(readDeployFile('grafana/quintet.json')) as Dashboard

/** The panels that show something, and not the rows above them. */
export const panels = dashboard.panels.filter(({ type }) => type !== 'row')

/** The expressions of panels and variables of the dashboard. */
export const dashboardExpressions = [
  ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
  ...dashboard.templating.list.flatMap(({ definition = [] }) => definition)
]

export const alerts = (parse(readDeployFile('prometheus/alerts.yaml')) as Rules).groups.flatMap(({ rules }) => rules)

/** The series of the server that expressions name. */
export function seriesIn(expressions: string[]): string[] {
  return [...new Set(expressions.flatMap((text) => text.match(/\bquintet_\w+/g) ?? []))].sort()
}
