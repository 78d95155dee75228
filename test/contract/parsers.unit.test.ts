import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'node:test'
import SwaggerParser from '@apidevtools/swagger-parser'
import { realmNames } from '../../src/config/realm-names.js'
import { packageRoot } from '../../src/config/package-root.js'
import { readContract } from '../../src/http/contract.js'

const IDENTIFIER = /^[A-Za-z]\w*$/
const NAMED = 'x-enum-varnames'

interface Enumerated {
  enum: unknown[]
  [NAMED]?: string[]
}

describe('a contract', () => {
  for (const name of realmNames) {
    it(`of ${name} is read by another parser, as written and as bundled`, async () => {
      for (const file of [`openapi/${name}.yaml`, `generated/${name}.json`]) {
        const document = await SwaggerParser.validate(fileURLToPath(new URL(file, packageRoot)))
        assert.deepEqual(Object.keys(document.paths ?? {}), Object.keys(readContract(name).paths ?? {}))
      }
    })

    it(`of ${name} gives every value of an enum a name that programs can use`, () => {
      for (const { enum: values, [NAMED]: names } of enumsIn(readContract(name))) {
        const texts = values.filter((value) => typeof value === 'string')
        if (names === undefined) assert.ok(texts.every(isNameable), `${texts.join(', ')} need ${NAMED}`)
        else assert.equal(names.filter((one) => IDENTIFIER.test(one)).length, values.length, names.join(', '))
      }
    })
  }
})

/** Generators drop what is no letter, digit or separator, and need something to be left. */
function isNameable(text: string): boolean {
  return /^\w+$/.test(text.replace(/[-.: ]/g, ''))
}

function enumsIn(node: unknown): Enumerated[] {
  if (typeof node !== 'object' || node === null) return []
  const own = 'enum' in node && Array.isArray(node.enum) ? [node as Enumerated] : []
  return [...own, ...Object.values(node).flatMap(enumsIn)]
}
