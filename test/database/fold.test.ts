import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readConfig } from '../../src/config/config.js'
import { connect, type Database } from '../../src/database/connection/connect.js'
import { foldForSearch } from '../../src/database/fold.js'
import { migrate } from '../../src/database/migrations/migrate.js'
import { emptyDatabase, ownedDatabase, type TestDatabase } from '../support/database.js'

const LAST = 0x10ffff
const onPostgres = process.env.DATABASE_URL !== undefined

/** Letters and marks that folding changes or might, and of all others every 97th. */
function lettersToTry(): string[] {
  const codes = Array.from({ length: LAST }, (_, index) => index + 1).filter((code) => code < 0xd800 || code > 0xdfff)
  return codes
    .map((code) => String.fromCodePoint(code))
    .filter((letter, index) => index % 97 === 0 || /\p{Cased}|\p{M}/u.test(letter) || foldForSearch(letter) !== letter)
}

for (const locale of ['C', 'C.UTF-8']) {
  const skip = !onPostgres && locale === 'C' && 'the embedded database has one locale'
  describe(`quintet.fold, on a database of the locale ${locale}`, { skip }, () => {
    let place: TestDatabase
    let database: Database

    before(async () => {
      const options = `encoding 'UTF8' lc_collate '${locale}' lc_ctype '${locale}' template template0`
      place = await (onPostgres ? ownedDatabase(options) : emptyDatabase())
      database = await connect(readConfig(place.env))
      await database.withoutTimeouts((db) => migrate(db))
    })
    after(async () => {
      await database.close()
      await place.remove()
    })

    const inDatabase = (expression: string, texts: string[]): Promise<string[]> =>
      database.withoutTimeouts(async (db) => {
        const { rows } = await db.raw<{ rows: { folded: string }[] }>(
          `select ${expression} as folded from unnest(?::text[]) with ordinality as given (text, place) order by place`,
          [texts]
        )
        return rows.map(({ folded }) => folded)
      })

    it('folds every letter as Node does', async () => {
      const letters = lettersToTry()
      const normal = await inDatabase('normalize(text, NFKC)', letters)
      // A letter may be younger than the Unicode of one of the two.
      const known = letters.filter((letter, index) => letter.normalize('NFKC') === normal[index])
      assert.ok(known.length > 10_000 && known.length > letters.length - 200)
      for (const around of [(letter: string) => letter, (letter: string) => `Ab${letter}Σ${letter}`]) {
        const texts = known.map(around)
        const folded = await inDatabase('quintet.fold(text)', texts)
        const wrong = texts.filter((text, index) => folded[index] !== foldForSearch(text))
        assert.deepEqual(wrong, [])
      }
    })

    it('folds the spellings of a name to one', async () => {
      const spellings = [
        ['ＡＤＭＩＮ１', 'admin1'],
        ['E\u0301CLAIR', 'éclair'],
        ['STRASSE', 'straße', 'Straẞe'],
        ['ДМИТРИЙ', 'дмитрий'],
        ['ΟΔΌΣ', 'οδός'],
        ['İ', 'i\u0307'],
        ['小明', '小明']
      ]
      for (const same of spellings) assert.equal(new Set(await inDatabase('quintet.fold(text)', same)).size, 1, same[0])
    })
  })
}
