import { readFileSync } from 'node:fs'

/** Resident memory of a process in KiB, now or at its highest. Linux only. */
export function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  return fieldOf(`/proc/${pid}/status`, field)
}

/** Resident memory in KiB, of which what processes share, such as the code of node, counts for each in part. */
export function shareOfMemory(pid: number): number {
  return fieldOf(`/proc/${pid}/smaps_rollup`, 'Pss')
}

function fieldOf(path: string, field: string): number {
  const line = readFileSync(path, 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${field}:`))
  if (line === undefined) throw new Error(`${path} has no ${field}`)
  return Number(line.replace(/\D/g, ''))
}
