/** What a client asks of the mock with the header `Prefer` (RFC 7240), in the words of Prism. */
export interface Preference {
  /** The status to answer with, as it was written. */
  code?: string | undefined
  example?: string | undefined
}

/** Reads `code=409, example=nameTaken`; other preferences are left alone, and of two alike the first holds. */
export function readPreference(header: string): Preference {
  const values = new Map<string, string>()
  for (const preference of header.split(',')) {
    const [, name, value] = /^([^;=]*)=([^;=]*)/.exec(preference) ?? []
    const key = name?.trim().toLowerCase()
    if (key !== undefined && value !== undefined && !values.has(key)) {
      values.set(key, value.trim().replace(/^"(.*)"$/, '$1'))
    }
  }
  return { code: values.get('code'), example: values.get('example') }
}
