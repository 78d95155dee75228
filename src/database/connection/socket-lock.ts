import { randomBytes } from 'node:crypto'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { listenIn, stateOf } from './lock-socket.js'

const OURS = /^lock-([0-9a-f]{16})\.(socket|new)$/
const WAIT_MS = 5_000
const LOOK_INTERVAL_MS = 20

export interface Place {
  /** Names its socket, `lock-<id>.socket`; of two that start together, the lower one goes on. */
  id: string
  leave(): Promise<void>
}

/**
 * Makes this process the only one with a socket in `folder` that answers, in whatever PID namespaces the others run.
 * Each process first listens on a socket with a name of its own and then looks for those of others, so that of two
 * processes at least one sees the other. A socket that does not answer is never used again: anybody may remove it.
 * Resolves to the id of the other when another process has the folder, as `isHolder` tells, or comes before this one.
 */
export async function takePlace(
  folder: string,
  isHolder: IsHolder,
  warn: (message: string) => void
): Promise<Place | string> {
  const place = await announce(folder, warn)
  let keeps = false
  try {
    const other = await findWinner(folder, place.id, isHolder)
    keeps = other === undefined
    return other ?? place
  } finally {
    if (!keeps) await place.leave()
  }
}

/** The socket gets its name once it is listened on: a process that finds it never meets one that does not answer yet. */
async function announce(folder: string, warn: (message: string) => void): Promise<Place> {
  for (;;) {
    const id = randomBytes(8).toString('hex')
    const path = join(folder, `lock-${id}`)
    const server = await listenIn(folder, `lock-${id}.new`).catch(({ code }: NodeJS.ErrnoException) => {
      warn(`${folder} takes no Unix socket (${code}): a server in another container that uses it would not be noticed`)
      return undefined
    })
    if (server === undefined) return { id: 'none', leave: async () => {} }
    if (await nameSocket(server, path)) return { id, leave: () => removeSocket(server, path) }
  }
}

/** False when another process found it before it was listened on, and removed it. */
async function nameSocket(server: Server, path: string): Promise<boolean> {
  try {
    renameSync(`${path}.new`, `${path}.socket`)
    return true
  } catch (error) {
    await close(server)
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function removeSocket(server: Server, path: string): Promise<void> {
  rmSync(`${path}.socket`, { force: true })
  await close(server)
}

type IsHolder = (id: string) => boolean

/** The process that has the folder or is to have it; undefined when it is this one. */
async function findWinner(folder: string, mine: string, isHolder: IsHolder): Promise<string | undefined> {
  const deadline = performance.now() + WAIT_MS
  for (;;) {
    const others = await findOthers(folder, mine)
    if (others.length === 0) return undefined
    const winner = others.find((id) => isHolder(id) || id < mine)
    if (winner !== undefined) return winner
    // Those after this one leave as soon as they see it, unless they were alone before and are about to take the lock.
    if (performance.now() > deadline) return others[0]
    await delay(LOOK_INTERVAL_MS)
  }
}

/** Ids of the other processes. Removes what those that are gone left behind. */
async function findOthers(folder: string, mine: string): Promise<string[]> {
  const others: string[] = []
  for (const file of readdirSync(folder)) {
    const [, id, ending] = OURS.exec(file) ?? []
    if (id === undefined || id === mine) continue
    const state = await stateOf(folder, file)
    if (state === 'stale') rmSync(join(folder, file), { force: true })
    if (state === 'listening' && ending === 'socket') others.push(id)
  }
  return others
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
