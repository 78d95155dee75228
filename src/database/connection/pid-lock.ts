import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** What stands in `<folder>/lock`: who holds the folder. */
interface Lock {
  pid: number
  /** When that process began; empty where the system does not tell. */
  began: string
  /** Names its socket; empty when a server of before there were sockets wrote it. */
  id: string
  host: string
}

export interface Holder extends Lock {
  /** Whether the process lives, as far as can be seen from the PID namespace of this one. */
  isAlive: boolean
}

/** Undefined when nobody holds the folder. */
export function readHolder(folder: string): Holder | undefined {
  const lock = readLock(join(folder, 'lock'))
  return lock && { ...lock, isAlive: isAlive(lock) }
}

/** Takes `<folder>/lock`, also of a process that is gone. Returns how to release it; undefined when it is held. */
export function lockByPid(folder: string, id: string): (() => void) | undefined {
  const path = join(folder, 'lock')
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, [process.pid, beginningOf(process.pid), id, hostname(), ''].join('\n'))
  try {
    while (!linkIfFree(mine, path)) {
      const lock = readLock(path)
      if (lock === undefined) continue
      if (isAlive(lock)) return undefined
      takeAway(path, lock)
    }
  } finally {
    unlinkSync(mine)
  }
  return () => unlinkSync(path)
}

/** A hard link appears with its content in one step, so nobody reads a lock that is not written yet. */
function linkIfFree(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readLock(path: string): Lock | undefined {
  try {
    const [pid = '', began = '', id = '', host = ''] = readFileSync(path, 'utf8').split('\n')
    return { pid: Number(pid), began, id, host }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** In a container every run may have the same process id: one's own id on a lock is a leftover. */
function isAlive({ pid, began }: Lock): boolean {
  if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) return false
  const now = beginningOf(pid)
  if (began !== '' && now !== '' && began !== now) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The boot of the machine and the clock ticks from it to the start of the process, as Linux tells them; else empty. */
function beginningOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The 22nd field; the second, a name in brackets, may hold blanks.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${boot} ${ticks}`
  } catch {
    return ''
  }
}

/** Renames before it removes: only one process gets the file, and sees whether it was still the stale one. */
function takeAway(path: string, stale: Lock): void {
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const taken = readLock(aside)
  if (taken?.pid !== stale.pid || taken.began !== stale.began) linkIfFree(aside, path)
  unlinkSync(aside)
}
