import { shallowReactive } from 'vue'
import type { ApiModule } from './api.ts'

const modules = shallowReactive(new Map<string, ApiModule>())

/** The API of this name, once its views are loaded. */
export function moduleOf(name: unknown): ApiModule | undefined {
  return modules.get(String(name))
}

export function keepModule(module: ApiModule): ApiModule {
  modules.set(module.name, module)
  return module
}
