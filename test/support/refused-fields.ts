interface Refusal {
  errors?: { path: string }[]
  data?: Refusal | null
  meta?: Refusal
  detail?: string | { loc: unknown[] }[]
}

/** The fields that an answer names, of any API. */
export function refusedFields({ errors, data, meta, detail }: Refusal): unknown[] | undefined {
  if (typeof detail === 'string') return [detail.split(':')[0]]
  if (detail !== undefined) return detail.map(({ loc }) => loc.slice(1).join('.'))
  return (errors ?? data?.errors ?? meta?.errors)?.map(({ path }) => path)
}
