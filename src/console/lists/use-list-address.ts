import { computed, inject, watch, type ComputedRef } from 'vue'
import { matchedRouteKey, useRoute, useRouter } from 'vue-router'
import { useApi } from '../app/current-api.ts'
import { network } from '../session/network.ts'
import { queryOf, stateOf, type ListState } from './list-state.ts'

/** What the address says of a list, and how a reader changes it. */
export interface ListAddress<Name extends string = string> {
  readonly state: ComputedRef<ListState<Name>>
  readonly isFiltered: ComputedRef<boolean>
  /** Typing replaces the entry of the history, choosing adds one. A changed filter leads to the first page. */
  filter(name: Name, value: string, how?: 'typed' | 'chosen'): void
  clearFilters(): void
  goTo(page: number, how?: 'push' | 'replace'): void
  resize(size: number): void
}

/** Page, size and filters in the address; `defaults` has what each filter is at first. */
export function useListAddress<Name extends string>(defaults: Record<Name, string>): ListAddress<Name> {
  const route = useRoute()
  const router = useRouter()
  const state = computed(() => stateOf(route.query, defaults))
  function change(next: Partial<ListState<Name>>, how: 'push' | 'replace' = 'push'): void {
    void router[how]({ query: queryOf({ ...state.value, ...next }, defaults, route.query) })
  }
  return {
    state,
    isFiltered: computed(() => JSON.stringify(state.value.filters) !== JSON.stringify(defaults)),
    filter(name, value, how = 'chosen') {
      if (state.value.filters[name] === value) return
      change({ page: 1, filters: { ...state.value.filters, [name]: value } }, how === 'typed' ? 'replace' : 'push')
    },
    clearFilters: () => change({ page: 1, filters: { ...defaults } }),
    goTo: (page, how) => change({ page }, how),
    resize: (size) => change({ page: 1, size })
  }
}

/**
 * Reads now and whenever the key is another one, another account logs in, or the connection comes back. The view stays
 * while one of its records is open, with the same query; another view has queries of its own.
 */
export function useReadAgain(key: () => string, reload: () => void): void {
  const { session } = useApi()
  const route = useRoute()
  const view = inject(matchedRouteKey)?.value
  const isShown = (): boolean => view === undefined || route.matched.includes(view)
  watch(
    () => (isShown() ? key() : undefined),
    (now) => now !== undefined && reload(),
    { immediate: true }
  )
  watch([session.generation, () => network.returns], reload)
}
