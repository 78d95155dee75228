/** A file that is written part by part. Until it is finished nothing takes it for a whole one. */
export interface Destination {
  write(text: string): Promise<void>
  /** Gives the file where it is not yet where the reader wants it. */
  finish(): Promise<Blob | undefined>
  /** Removes the file, unless it is finished and where the reader wants it. */
  discard(): Promise<void>
}

/**
 * - `picked`: the file that the reader picks
 * - `stored`: one that the browser keeps for this site until it is downloaded
 * - `memory`: collected by the page, up to `MEMORY_LIMIT` bytes
 */
export type DestinationKind = 'picked' | 'stored' | 'memory'

export const MEMORY_LIMIT = 200_000_000

/** The file has become larger than what a page may collect. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

type PickedFile = FileSystemFileHandle & { remove?: () => Promise<void> }
type Picker = (options: { suggestedName: string }) => Promise<PickedFile>

const FOLDER = 'exports'

const picker = (): Picker | undefined => (window as { showSaveFilePicker?: Picker }).showSaveFilePicker

/** How this browser takes a file. */
export function destinationKind(): DestinationKind {
  if (picker() !== undefined) return 'picked'
  const canStore = typeof FileSystemFileHandle !== 'undefined' && 'createWritable' in FileSystemFileHandle.prototype
  return canStore ? 'stored' : 'memory'
}

/** Undefined when the reader picks no file. Call it in the handler of a click: a browser asks for one then only. */
export async function openDestination(name: string): Promise<Destination | undefined> {
  const kind = destinationKind()
  if (kind === 'picked') return openPicked(name)
  return kind === 'memory' ? collect() : openStored().catch(collect)
}

async function openPicked(suggestedName: string): Promise<Destination | undefined> {
  try {
    const file = await picker()!({ suggestedName })
    return await writeTo(file, async () => file.remove?.(), false)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

/** In a folder of its own, which has no other file than those of exports that are not downloaded yet. */
async function openStored(): Promise<Destination> {
  const root = await navigator.storage.getDirectory()
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined)
  const folder = await root.getDirectoryHandle(FOLDER, { create: true })
  const name = crypto.randomUUID()
  const file = await folder.getFileHandle(name, { create: true })
  return writeTo(file, () => folder.removeEntry(name), true)
}

async function writeTo(
  file: FileSystemFileHandle,
  remove: () => Promise<unknown>,
  isOffered: boolean
): Promise<Destination> {
  const stream = await file.createWritable()
  let isFinished = false
  return {
    write: (text) => stream.write(text),
    async finish() {
      await stream.close()
      isFinished = true
      return isOffered ? file.getFile() : undefined
    },
    async discard() {
      if (!isFinished) await stream.abort().catch(() => undefined)
      if (!isFinished || isOffered) await remove().catch(() => undefined)
    }
  }
}

function collect(): Destination {
  const parts: Blob[] = []
  let size = 0
  return {
    write(text) {
      const part = new Blob([text])
      size += part.size
      if (size > MEMORY_LIMIT) return Promise.reject(new TooLarge())
      parts.push(part)
      return Promise.resolve()
    },
    finish: () => Promise.resolve(new Blob(parts)),
    discard: () => Promise.resolve(void parts.splice(0))
  }
}
