import { execFileSync } from 'node:child_process'

/** The processes that this one started, and theirs, that are still alive. */
export function processesBelow(pid: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,comm=']).toString().trim().split('\n')
  const all = lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , stat, name]) => !stat?.startsWith('Z') && name !== 'ps')
  const children = all.filter(([, parent]) => Number(parent) === pid).map(([child]) => Number(child))
  return children.flatMap((child) => [child, ...processesBelow(child)])
}

export function isAlive(pid: number): boolean {
  const [stat = ''] = stateOf(pid)
  return stat !== '' && stat !== 'Z'
}

/** The first letter of its state; nothing when it is gone. */
function stateOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)])
      .toString()
      .trim()
  } catch {
    return ''
  }
}
