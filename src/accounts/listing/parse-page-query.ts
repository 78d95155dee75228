import type { Page } from './list.js'

const DEFAULT_SIZE = 20

/**
 * The page that optional `page` and `limit` ask for: `limit` alone is its first page, `page` alone has 20 rows.
 * Undefined when neither is given: the whole list.
 */
export function parsePageQuery({ page, limit }: { page?: number; limit?: number }): Page | undefined {
  if (page === undefined && limit === undefined) return undefined
  return { page: page ?? 1, size: limit ?? DEFAULT_SIZE }
}
