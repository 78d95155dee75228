import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/config/package-root.js'

/** A bundled OpenAPI document: its references are local. */
export type Document = Record<string, unknown>

/** One change, as `redocly diff` tells it; its verdicts say which of its rules hold it for a break. */
export interface Change {
  /** JSON pointer from an operation down to what changed, as if nothing were referred to. */
  path: string
  /** `Operation`, `Header`, `Schema` … */
  typeName: string
  kind: 'added' | 'removed' | 'modified'
  /** The field that was modified. */
  property?: string
  verdicts: { ruleId: string; message: string }[]
  base?: Place
  revision?: Place
}

interface Place {
  /** JSON pointer in the document, into a component where the change is in one. */
  pointer: string
  value?: unknown
}

const REDOCLY = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', packageRoot))
const CONFIG = fileURLToPath(new URL('scripts/contract-diff/rules.yaml', packageRoot))

/** Every change from one document to another. Throws when they cannot be compared. */
export function diffDocuments(base: Document, revision: Document): Change[] {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-diff-'))
  try {
    const [from, to, report] = ['base.json', 'revision.json', 'report.json'].map((name) => join(folder, name))
    writeFileSync(from!, JSON.stringify(base))
    writeFileSync(to!, JSON.stringify(revision))
    const args = ['diff', from!, to!, '--config', CONFIG, '--format', 'json', '--output', report!, '--fail-on', 'none']
    const { status, stderr } = spawnSync(process.execPath, [REDOCLY, ...args], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`redocly diff ended with ${status}: ${stderr}`)
    return (JSON.parse(readFileSync(report!, 'utf8')) as { changes: Change[] }).changes
  } finally {
    rmSync(folder, { recursive: true })
  }
}
