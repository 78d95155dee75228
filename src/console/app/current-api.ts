import { inject, type InjectionKey } from 'vue'
import type { ApiModule } from './api.ts'

export const apiKey: InjectionKey<ApiModule> = Symbol('api')

/** The API whose view this is. */
export function useApi(): ApiModule {
  const module = inject(apiKey)
  if (module === undefined) throw new Error('not below the routes of an API')
  return module
}
