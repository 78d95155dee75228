import type { RouteLocationNormalizedLoaded } from 'vue-router'
import type { ApiModule } from './api.ts'
import { moduleOf } from './modules.ts'

/** The title of the deepest route that has one, and of its API. */
export function titleOf(route: RouteLocationNormalizedLoaded, module?: ApiModule): string {
  const own = route.matched.map(({ meta }) => meta.title).findLast((title) => typeof title === 'function') as
    (() => string) | undefined
  const api = module ?? moduleOf(route.meta.api)
  return [own?.(), api?.title(), 'Quintet'].filter((part) => part !== undefined).join(' · ')
}
