type Parent = Record<string, unknown>

function keysOf(pointer: string): string[] {
  return pointer.split('/').slice(1)
}

/** What a JSON pointer names in `value`; '' is `value` itself. Names with `~` or `/` are not supported. */
export function at(value: unknown, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>((parent, key) => (parent as Parent | undefined)?.[key], value)
}

/** Puts `part` where the pointer names, and returns the whole. */
export function put(value: unknown, pointer: string, part: unknown): unknown {
  const keys = keysOf(pointer)
  const last = keys.pop()
  if (last === undefined) return part
  const parent = keys.reduce((one, key) => one[key] as Parent, value as Parent)
  parent[last] = part
  return value
}
