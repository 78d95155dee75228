import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Takes `<folder>/lock` for this process and returns how to give it back. A lock whose process is gone is stale
 * and taken over. Throws one clear line when a living process holds it.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock')
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, `${process.pid}\n`)
  try {
    while (!linkIfFree(mine, path)) {
      const holder = holderOf(path)
      if (holder === undefined) continue
      if (isAlive(holder)) {
        throw new Error(`the data folder ${folder} is in use by process ${holder}; stop it or set another DATA_DIR`)
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

function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8').trim())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** In a container every run may have the same process id: one's own id on a lock is a leftover. */
function isAlive(pid: number): boolean {
  if (pid === process.pid || !Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Renames before it removes: only one process gets the file, and sees whether it was still the stale one. */
function takeAway(path: string, stale: number): void {
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (holderOf(aside) !== stale) linkIfFree(aside, path)
  unlinkSync(aside)
}
