import { spawnSync } from 'node:child_process'
import type { Document } from './redocly.js'

const LARGEST_OUTPUT = 64 * 1024 * 1024

/** The revision to compare with when none is named: the last release before this commit, or else its first parent. */
export function defaultRevision(folder: string): string | undefined {
  return (
    git(folder, 'describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', 'HEAD^') ??
    git(folder, 'rev-parse', '--verify', '--quiet', 'HEAD^')
  )
}

/** The bundled contracts of a revision by the name of their API. Throws when there is no such revision. */
export function contractsAt(folder: string, revision: string): Map<string, Document> {
  if (git(folder, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`) === undefined) {
    throw new Error(`there is no revision ${revision} here; a shallow clone has only the last ones`)
  }
  const files = git(folder, 'ls-tree', '--name-only', revision, 'generated/')?.split('\n') ?? []
  const contracts = files.filter((file) => file.endsWith('.json'))
  return new Map(
    contracts.map((file) => [apiOf(file), JSON.parse(git(folder, 'show', `${revision}:${file}`)!) as Document])
  )
}

/** `tms` of `generated/tms.json`. */
export function apiOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.json'.length)
}

/** What git prints; undefined when it fails. */
function git(folder: string, ...args: string[]): string | undefined {
  // A checkout may belong to another user than the one who runs this, as in a container.
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: LARGEST_OUTPUT } as const
  const { status, stdout } = spawnSync('git', ['-c', 'safe.directory=*', ...args], options)
  return status === 0 ? stdout.trim() : undefined
}
