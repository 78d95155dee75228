import { test } from 'node:test'

/** What a test measured, such as `acknowledged writes lost: 0 of 1200`. */
export interface Figure {
  name: string
  value: string
}

/** A test that prints its figures; `run` throws when the property does not hold. It fails where it lacks what `missing` names. */
export function measuredTest(title: string, run: () => Promise<Figure[]>, missing: string[] = []): void {
  test(title, async (context) => {
    if (missing.length > 0) throw new Error(`not here: ${missing.join(', ')}`)
    for (const { name, value } of await run()) context.diagnostic(`${name}: ${value}`)
  })
}
