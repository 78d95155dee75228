import { existsSync, readdirSync } from 'node:fs'

/*
 * `npm run prove -- <name>`: shows a property of the running server under load or faults, and prints its figures.
 * Each proof is a file of scripts/prove that throws when the property does not hold.
 */

/** A figure that a proof measured, such as `acknowledged writes lost: 0 of 1200`. */
export interface Figure {
  name: string
  value: string
}

/** What every file of scripts/prove exports as `prove`. */
export type Proof = () => Promise<Figure[]>

const folder = new URL('./prove/', import.meta.url)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.slice(0, -'.js'.length))
const [name = ''] = process.argv.slice(2)

if (!existsSync(new URL(`${name}.js`, folder)) || name === '') {
  console.error(`usage: npm run prove -- <name>\n  ${names.join('\n  ')}`)
  process.exit(2)
}
const { prove } = (await import(new URL(`${name}.js`, folder).href)) as { prove: Proof }
for (const figure of await prove()) console.log(`${name}: ${figure.name}: ${figure.value}`)
