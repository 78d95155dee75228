import { existsSync, readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** Seconds of CPU that this process and all below it have taken until now, in user and kernel. Linux only. */
export function cpuSeconds(pid: number): number {
  return [pid, ...processesBelow(pid)].map(ownSeconds).reduce((sum, seconds) => sum + seconds, 0)
}

/** Seconds of CPU that all cores of the machine have worked until now, for whomever. */
export function busySeconds(): number {
  const [all = ''] = read('/proc/stat').split('\n')
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = all.trim().split(/\s+/).slice(1).map(Number)
  return (user + nice + system + irq + softirq) / TICKS_PER_SECOND
}

/** The processes that this one has started, and those that they have. */
export function processesBelow(pid: number): number[] {
  const path = `/proc/${pid}/task`
  if (!existsSync(path)) return []
  const children = readdirSync(path).flatMap((task) =>
    read(`${path}/${task}/children`).trim().split(' ').filter(Boolean).map(Number)
  )
  return children.flatMap((child) => [child, ...processesBelow(child)])
}

/** Its children that have ended and were waited for count as its own. */
function ownSeconds(pid: number): number {
  const stat = read(`/proc/${pid}/stat`)
  // From the third field on; the second, a name in brackets, may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = [11, 12, 13, 14].map((index) => Number(fields[index] ?? 0))
  return ticks.reduce((sum, value) => sum + value, 0) / TICKS_PER_SECOND
}

/** Empty when the process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
