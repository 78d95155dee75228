import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { realmNames, type RealmName } from '../../src/config/realm-names.js'
import { columnsOf, type TransferredAccount } from '../../src/import-export/columns.js'
import { linesOf } from '../../src/import-export/lines.js'
import type { FileRecord } from '../../src/import-export/file-record.js'
import { formats, recordsOf, type Format } from '../../src/import-export/records.js'
import { textOf } from '../../src/import-export/text.js'
import type { ColumnSchema } from '../../src/realms/file-columns.js'
import { realmNamed } from '../../src/realms/realms.js'

const HASH = '$2y$04$FnjtWGGQusUbxQsjlheYcug0I/socpsDIkE35By6iBV9V57MK2YXm'

async function* once<Value>(...values: Value[]): AsyncGenerator<Value> {
  yield* values
}

async function read(realm: RealmName, format: Format, ...chunks: (string | Uint8Array)[]): Promise<FileRecord[]> {
  const bytes = chunks.map((chunk) => Buffer.from(chunk as string))
  return Readable.from(recordsOf(format, realmNamed(realm), linesOf(once(...bytes)))).toArray()
}

async function written(realm: RealmName, format: Format, accounts: TransferredAccount[]): Promise<string> {
  return (await Readable.from(textOf(format, realmNamed(realm), once(accounts))).toArray()).join('')
}

const special = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  "'",
  '"',
  ',',
  ';',
  '＝',
  '\u2028',
  '\uFEFF',
  '中',
  '💥'
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(special, { maxLength: 5 }).map((parts) => parts.join(''))
)

function cell({ type, enum: values }: ColumnSchema): fc.Arbitrary<unknown> {
  if (Array.isArray(values)) return fc.constantFrom(...(values as unknown[]))
  if (type === 'integer') return fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })
  return type === 'boolean' ? fc.boolean() : text
}

function accountOf(realm: RealmName): fc.Arbitrary<TransferredAccount> {
  const cells = Object.fromEntries(
    Object.entries(columnsOf(realmNamed(realm))).map(([column, schema]) => [column, cell(schema)])
  )
  return fc.record(cells, {
    requiredKeys: ['name', 'password_hash'],
    noNullPrototype: true
  }) as unknown as fc.Arbitrary<TransferredAccount>
}

describe('a file of accounts', () => {
  for (const format of formats) {
    it(`gives back every value that was written as ${format}, with its line`, async () => {
      for (const realm of realmNames) {
        const property = fc.asyncProperty(fc.array(accountOf(realm), { maxLength: 5 }), fc.nat(), async (given, at) => {
          const file = Buffer.from(await written(realm, format, given))
          const cut = at % (file.length + 1)
          const records = await read(realm, format, file.subarray(0, cut), file.subarray(cut))
          assert.deepEqual(
            records.map(({ value }) => value),
            given
          )
          for (const { line, value } of records) {
            const start = file
              .toString()
              .split('\n')
              .slice(line - 1)
              .join('\n')
            assert.ok(start.startsWith(await bare(realm, format, value as TransferredAccount)))
          }
        })
        await fc.assert(property, { numRuns: 60, seed: 7 })
      }
    })
  }

  it('has no cell that a spreadsheet evaluates as a formula', async () => {
    const names = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\n=1', '＝1', "'=1", "'"]
    const file = await written(
      'tms',
      'csv',
      names.map((name) => ({ name, password_hash: HASH }))
    )
    for (const name of names) assert.ok(file.includes(`\r\n"'${name}",`), JSON.stringify(name))
  })

  it('is read as Excel writes it: marked, with capital booleans, semicolons and rows of nothing', async () => {
    const file = `\uFEFFname;password_hash;disabled;nickname\r\n"a;\nb";${HASH};TRUE;\r\n;;;\r\nc;${HASH};false;"say ""hi"""\r\n\r\n`
    assert.deepEqual(await read('tms', 'csv', file), [
      { line: 2, value: { name: 'a;\nb', password_hash: HASH, disabled: true } },
      { line: 5, value: { name: 'c', password_hash: HASH, disabled: false, nickname: 'say "hi"' } }
    ])
  })

  it('says on which line a row is wrong', async () => {
    const gbk = Buffer.from([0xd6, 0xd0])
    const rows = ['name,password_hash,disabled', '"a\r\nb",h,', 'x,h', '']
    assert.deepEqual(await read('tms', 'csv', rows.join('\r\n'), gbk, ',h,\r\nlast,h,yes'), [
      { line: 2, value: { name: 'a\r\nb', password_hash: 'h' } },
      { line: 4, problem: 'has 2 cells where the first row has 3' },
      { line: 5, problem: 'is not UTF-8' },
      { line: 6, value: { name: 'last', password_hash: 'h', disabled: 'yes' } }
    ])
  })

  it('is refused as a whole when it is unreadable', async () => {
    const wrong: [file: string | Uint8Array, message: RegExp, format?: Format][] = [
      [Buffer.from('\uFEFF{"name":"a"}', 'utf16le'), /^the file is UTF-16; save it as UTF-8/],
      [Buffer.from('{"name":"a"}', 'utf16le'), /^the file is UTF-16/],
      [Buffer.from('\uFEFFname,password_hash', 'utf16le').swap16(), /^the file is UTF-16/, 'csv'],
      ['x'.repeat(200_000), /^line 1 is longer than 128000 bytes$/],
      ['name,password\n', /^line 1: no column "password"; there are name, password_hash, /, 'csv'],
      ['name,__proto__\n', /^line 1: no column "__proto__"/, 'csv'],
      ['name,name\n', /^line 1: a column is there twice$/, 'csv'],
      ['name\n"a\n"\n"open\n', /^line 4: a quote is opened and not closed$/, 'csv'],
      ['name\nx"y\n', /^line 2: a quote is in the middle of a cell$/, 'csv'],
      ['name\n"x"y\n', /^line 2: a quote is in the middle of a cell$/, 'csv'],
      [`name\n"${'x\n'.repeat(70_000)}"`, /^line 2: a row has more than 128000 bytes$/, 'csv']
    ]
    for (const [file, message, format = 'ndjson'] of wrong) {
      await assert.rejects(read('tms', format, file), { name: 'UnreadableFile', message })
    }
  })
})

/** The text of one account, as it is within a file. */
async function bare(realm: RealmName, format: Format, account: TransferredAccount): Promise<string> {
  const file = await written(realm, format, [account])
  return format === 'csv' ? file.slice(file.indexOf('\r\n') + 2) : file
}
