import { test } from 'node:test'

/** What a test measured, such as `acknowledged writes lost: 0 of 1200`. */
export interface Figure {
  name: string
  value: string
}

/** A test that prints its figures; `run` throws when the property does not hold. `skip` is why it cannot run here. */
export function measuredTest(title: string, run: () => Promise<Figure[]>, skip: string | false = false): void {
  test(title, { skip }, async (context) => {
    for (const { name, value } of await run()) context.diagnostic(`${name}: ${value}`)
  })
}
