/** What a JSON pointer without escapes names. */
export function valueAt(body: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1)
  return keys.reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[key], body)
}
