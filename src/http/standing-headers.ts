/** Headers that a browser's script may read. */
const EXPOSED_HEADERS = 'X-Total-Count,X-Request-Id,Retry-After,Deprecation,Link'

/**
 * On every answer. Whatever is no file of the documentation, which sets its own `Cache-Control`, may be a token or
 * somebody's data: nothing keeps a copy of it.
 */
export const STANDING_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED_HEADERS,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff'
}
