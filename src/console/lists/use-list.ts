import type { ShallowRef } from 'vue'
import { useOutdated, type Changes } from '../session/changes.ts'
import type { ListState } from './list-state.ts'
import type { Page } from './page.ts'
import { useListAddress, useReadAgain, type ListAddress } from './use-list-address.ts'
import { usePageReader, type PageReader } from './use-page-reader.ts'

export interface ListSettings<Row, Name extends string> {
  /** The filters, by their names in the address, with what each is at first. */
  filters: Record<Name, string>
  /** Where changes of its records are announced: when another tab changes one, the list says that it is outdated. */
  changes?: Changes<unknown>
  /** Reads one page. It throws what `session.call` throws. */
  read: (state: ListState<Name>, signal: AbortSignal) => Promise<Page<Row>>
}

export interface List<Row, Name extends string = string>
  extends Omit<PageReader<Row>, 'read' | 'show'>, ListAddress<Name> {
  /** Whether another tab changed a record since the list was read. */
  readonly isOutdated: Readonly<ShallowRef<boolean>>
  /** Reads a page without showing it. */
  readonly readPage: ListSettings<Row, Name>['read']
  reload(): Promise<void>
}

/** A list whose page and filters are in the address, so that reloading, going back and a pasted link give the same. */
export function useList<Row, Name extends string = never>(settings: ListSettings<Row, Name>): List<Row, Name> {
  const address = useListAddress(settings.filters)
  const { read, rows, total, phase, problem } = usePageReader<Row>()

  const isOutdated = useOutdated(settings.changes)

  function reload(): Promise<void> {
    const wanted = address.state.value
    isOutdated.value = false
    return read(
      (signal) => settings.read(wanted, signal),
      (page) => {
        const last = Math.max(1, Math.ceil(page.total / wanted.size))
        const isPast = page.rows.length === 0 && wanted.page > last
        if (isPast) address.goTo(last, 'replace')
        return !isPast
      }
    )
  }
  useReadAgain(
    () => JSON.stringify(address.state.value),
    () => void reload()
  )
  return { ...address, rows, total, phase, problem, isOutdated, readPage: settings.read, reload }
}
