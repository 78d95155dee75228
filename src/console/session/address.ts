import type { LocationQuery } from 'vue-router'
import type { ApiModule } from '../app/api.ts'

/** The address that was opened first, where a query names one of this API. */
export function addressIn({ to }: LocationQuery, { name }: Pick<ApiModule, 'name'>): string | undefined {
  return typeof to === 'string' && to.startsWith(`/${name}/`) ? to : undefined
}
