/** What a client asks of the mock with the header `Prefer` (RFC 7240), in the words of Prism. */
export interface Preference {
  /** The status to answer with, as it was written. */
  code?: string | undefined
  /** The example to answer with. */
  example?: string | undefined
}

/** Reads `code=409, example=nameTaken`; other preferences are left alone, and of two alike the first holds. */
export function readPreference(header: string): Preference {
  const preferences = header.split(',').map((preference) => preference.split(';', 1)[0]!.split('='))
  const valueOf = (wanted: string): string | undefined => {
    const found = preferences.find(([name, value]) => name!.trim().toLowerCase() === wanted && value !== undefined)
    return found?.[1]!.trim().replace(/^"(.*)"$/, '$1')
  }
  return { code: valueOf('code'), example: valueOf('example') }
}
