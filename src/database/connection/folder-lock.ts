import { lockByPid, readHolder } from './pid-lock.js'
import { takePlace } from './socket-lock.js'

/**
 * Takes `folder` for this process and returns how to give it back. A Unix socket in the folder keeps away processes of
 * other PID namespaces, such as another container with the same volume; the file `lock` tells who holds it and keeps
 * away servers of before there were sockets. What a process that is gone left behind is taken over. Throws one clear line
 * when a living process holds the folder. Where a folder takes no sockets, as on Windows, `warn` is called, and the
 * file alone counts: it knows the processes of its own PID namespace.
 */
export async function lockFolder(
  folder: string,
  warn: (message: string) => void = () => {}
): Promise<() => Promise<void>> {
  const place = await takePlace(folder, (id) => readHolder(folder)?.id === id, warn)
  if (typeof place === 'string') throw inUse(folder, place)
  try {
    const unlock = lockByPid(folder, place.id)
    if (unlock === undefined) throw inUse(folder)
    return async () => {
      unlock()
      await place.leave()
    }
  } catch (error) {
    await place.leave()
    throw error
  }
}

/** `id` names the socket of the process that keeps this one away, where it has one. */
function inUse(folder: string, id = ''): Error {
  const holder = readHolder(folder)
  let who = 'another process that is starting'
  if (holder?.isAlive) who = `process ${holder.pid}`
  else if (holder?.id === id) who = `process ${holder.pid} of another container, host ${holder.host}`
  return new Error(`the data folder ${folder} is in use by ${who}; stop it or set another DATA_DIR`)
}
