import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Seconds of a tick of `/proc/<pid>/stat`: 1/100 on every Linux that Node runs on. */
const TICK = 0.01
/** Fields of `stat` behind the name, which may hold anything. */
const [PARENT, USER, SYSTEM, WAITED_USER, WAITED_SYSTEM] = [1, 11, 12, 13, 14]

/** Seconds of CPU that a process and its descendants have used, those that are gone too. */
export function cpuSeconds(pid: number): number {
  return familyOf(pid)
    .map(statOf)
    .reduce((sum, stat) => sum + ticks(stat) * TICK, 0)
}

/** Seconds of CPU, and both together. */
export interface Cpu {
  server: number
  postgres: number
  total: number
}

/** Does the work, and measures what the two processes, with their descendants, use meanwhile. */
export async function withCpu<Done>(
  pids: { server: number; postgres: number },
  work: () => Promise<Done>
): Promise<{ done: Done; cpu: Cpu }> {
  const before = { server: cpuSeconds(pids.server), postgres: cpuSeconds(pids.postgres) }
  const done = await work()
  const server = cpuSeconds(pids.server) - before.server
  const postgres = cpuSeconds(pids.postgres) - before.postgres
  return { done, cpu: { server, postgres, total: server + postgres } }
}

/** Most memory that a process has held since it began, or since `forgetPeak`, in bytes. */
export function peakMemory(pid: number): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kibibytes) * 1024
}

export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

function ticks(stat: string[]): number {
  return [USER, SYSTEM, WAITED_USER, WAITED_SYSTEM].reduce((sum, field) => sum + Number(stat[field] ?? 0), 0)
}

function familyOf(pid: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const parents = new Map(all.map((child) => [child, Number(statOf(child)[PARENT])]))
  const family = [pid]
  for (const member of family) family.push(...all.filter((child) => parents.get(child) === member))
  return family
}

/** Empty when the process is gone meanwhile: its parent has its times then. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
