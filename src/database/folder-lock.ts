import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who wrote a lock. */
interface Holder {
  pid: number
  /** When that process began; empty where the system does not tell. */
  began: string
}

/**
 * Takes `<folder>/lock` for this process and returns how to give it back. A lock whose process is gone is stale
 * and taken over, also when another process has got its id since. Throws one clear line when a living process holds it.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock')
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, `${process.pid}\n${beginningOf(process.pid)}\n`)
  try {
    while (!linkIfFree(mine, path)) {
      const holder = holderOf(path)
      if (holder === undefined) continue
      if (isAlive(holder)) {
        throw new Error(`the data folder ${folder} is in use by process ${holder.pid}; stop it or set another DATA_DIR`)
      }
      takeAway(path, holder)
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

function holderOf(path: string): Holder | undefined {
  try {
    const [pid = '', began = ''] = readFileSync(path, 'utf8').split('\n')
    return { pid: Number(pid), began }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** In a container every run may have the same process id: one's own id on a lock is a leftover. */
function isAlive({ pid, began }: Holder): boolean {
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
function takeAway(path: string, stale: Holder): void {
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const taken = holderOf(aside)
  if (taken?.pid !== stale.pid || taken.began !== stale.began) linkIfFree(aside, path)
  unlinkSync(aside)
}
