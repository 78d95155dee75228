import type { Page } from '../lists/page.ts'
import { useReadAgain } from '../lists/use-list-address.ts'
import { usePageReader, type PageReader } from '../lists/use-page-reader.ts'

/** The rows of one chart and how their reading goes; `total` is 0 where there is nothing to draw. */
export interface Counts<Row> extends Pick<PageReader<Row>, 'rows' | 'total' | 'phase' | 'problem'> {
  reload(): Promise<void>
}

/** Reads the rows of a chart now, whenever the key changes, and when a list would read again. `load` throws what `session.call` throws. */
export function useCounts<Row>(key: () => unknown, load: (signal: AbortSignal) => Promise<Page<Row>>): Counts<Row> {
  const { read, rows, total, phase, problem } = usePageReader<Row>()
  const reload = (): Promise<void> => read(load, () => true)
  useReadAgain(
    () => JSON.stringify(key()),
    () => void reload()
  )
  return { rows, total, phase, problem, reload }
}
