/** Headers that a browser's script may read. */
const EXPOSED_HEADERS = 'X-Total-Count,X-Request-Id,Retry-After,Deprecation,Link,Traceresponse'

/** On every answer. Files of the documentation set a `Cache-Control` of their own. */
export const STANDING_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED_HEADERS,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff'
}
