import { names } from './api-names.ts'
import type { ApiEntry, ApiModule } from './app/api.ts'

type Name = 'tms' | 'julong' | 'waste-sorting' | 'user-login' | 'back-office'

/** The views of each API are loaded when one of its addresses is opened. */
const loaders: Record<Name, () => Promise<Omit<ApiModule, 'title'>>> = {
  tms: async () => (await import('./tms/index.ts')).tms,
  julong: async () => (await import('./julong/index.ts')).julong,
  'waste-sorting': async () => (await import('./waste-sorting/index.ts')).wasteSorting,
  'user-login': async () => (await import('./user-login/index.ts')).userLogin,
  'back-office': async () => (await import('./back-office/index.ts')).backOffice
}

/** In the order of the entrance. */
export const apis: ApiEntry[] = (Object.keys(loaders) as Name[]).map((name) => {
  const title = (): string => names(name)
  return {
    name,
    title,
    summary: () => names(`${name}.summary`),
    load: async () => ({ ...(await loaders[name]()), title })
  }
})
