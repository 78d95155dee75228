import type { Page } from './list.js'

const DEFAULT_SIZE = 20

/** `limit` alone is the first page, `page` alone has 20 rows. Undefined without both: the whole list. */
export function parsePageQuery({ page, limit }: { page?: number; limit?: number }): Page | undefined {
  if (page === undefined && limit === undefined) return undefined
  return { page: page ?? 1, size: limit ?? DEFAULT_SIZE }
}
