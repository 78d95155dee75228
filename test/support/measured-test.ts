import { test } from 'node:test'

/** What a test measured, such as `acknowledged writes lost: 0 of 1200`. */
export interface Figure {
  name: string
  value: string
}

/** A test that prints its figures; `run` throws when the property does not hold. */
export function measuredTest(title: string, run: () => Promise<Figure[]>): void {
  test(title, async (context) => {
    for (const { name, value } of await run()) context.diagnostic(`${name}: ${value}`)
  })
}
