import { computed, inject, watch, type ComputedRef } from 'vue'
import { matchedRouteKey, useRoute, useRouter } from 'vue-router'
import { useApi } from '../app/current-api.ts'
import { network } from '../session/network.ts'
import type { Session } from '../session/session.ts'
import { queryOf, stateOf, type ListState } from './list-state.ts'
import { usePageReader, type Page, type PageReader } from './use-page-reader.ts'

export interface ListSettings<Row, Name extends string> {
  /** The filters, by their names in the address, with what each is at first. */
  filters: Record<Name, string>
  /** Reads one page. It throws what `session.call` throws. */
  read: (state: ListState<Name>, signal: AbortSignal) => Promise<Page<Row>>
}

export interface List<Row, Name extends string = string> extends Omit<PageReader<Row>, 'read'> {
  readonly state: ComputedRef<ListState<Name>>
  readonly isFiltered: ComputedRef<boolean>
  /** Typing replaces the entry of the history, choosing adds one. A changed filter leads to the first page. */
  filter(name: Name, value: string, how?: 'typed' | 'chosen'): void
  clearFilters(): void
  goTo(page: number): void
  resize(size: number): void
  reload(): Promise<void>
}

/** A list whose page and filters are in the address, so that reloading, going back and a pasted link give the same. */
export function useList<Row, Name extends string = never>(settings: ListSettings<Row, Name>): List<Row, Name> {
  const { filters: defaults } = settings
  const { session } = useApi()
  const route = useRoute()
  const router = useRouter()
  const view = inject(matchedRouteKey)?.value
  const { read, ...reader } = usePageReader<Row>()
  const state = computed(() => stateOf(route.query, defaults))

  const change: Change<Name> = (next, how = 'push') => {
    void router[how]({ query: queryOf({ ...state.value, ...next }, defaults, route.query) })
  }
  function reload(): Promise<void> {
    const wanted = state.value
    return read(
      (signal) => settings.read(wanted, signal),
      ({ rows, total }) => {
        const last = Math.max(1, Math.ceil(total / wanted.size))
        const isPast = rows.length === 0 && wanted.page > last
        if (isPast) change({ page: last }, 'replace')
        return !isPast
      }
    )
  }
  // The view stays while one of its records is open, with the same query; another view has queries of its own.
  const isShown = (): boolean => view === undefined || route.matched.includes(view)
  readAgain(
    () => (isShown() ? JSON.stringify(state.value) : undefined),
    session,
    () => void reload()
  )

  return {
    ...reader,
    state,
    reload,
    isFiltered: computed(() => JSON.stringify(state.value.filters) !== JSON.stringify(defaults)),
    ...actions(state, defaults, change)
  }
}

type Change<Name extends string> = (next: Partial<ListState<Name>>, how?: 'push' | 'replace') => void
type Actions<Name extends string> = Pick<List<unknown, Name>, 'filter' | 'clearFilters' | 'goTo' | 'resize'>

function actions<Name extends string>(
  state: ComputedRef<ListState<Name>>,
  defaults: Record<Name, string>,
  change: Change<Name>
): Actions<Name> {
  return {
    filter(name, value, how = 'chosen') {
      if (state.value.filters[name] === value) return
      change({ page: 1, filters: { ...state.value.filters, [name]: value } }, how === 'typed' ? 'replace' : 'push')
    },
    clearFilters: () => change({ page: 1, filters: { ...defaults } }),
    goTo: (page) => change({ page }),
    resize: (size) => change({ page: 1, size })
  }
}

/** Now and whenever the key is another one, another account logs in, or the connection comes back. */
function readAgain(key: () => string | undefined, { generation }: Session, reload: () => void): void {
  watch(key, (now) => now !== undefined && reload(), { immediate: true })
  watch([generation, () => network.returns], reload)
}
