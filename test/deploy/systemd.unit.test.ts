import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { longestStop, readDeployFile, unknownVariables } from './support.js'

const settings = settingsIn(readDeployFile('systemd/quintet.service'))
const credentials = mkdtempSync(join(tmpdir(), 'quintet-credentials-'))

/** `name=value` of each line that is no comment. */
function settingsIn(text: string): { name: string; value: string }[] {
  return [...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }))
}

const valuesOf = (name: string): string[] => settings.filter((one) => one.name === name).map(({ value }) => value)

/** What the server is started with, where the folder of the credentials is `credentials`. */
function environment(): Record<string, string> {
  const own = valuesOf('Environment').map((text) => text.replace('%d', credentials))
  const pairs = [...settingsIn(own.join('\n')), ...settingsIn(readDeployFile('systemd/quintet.env'))]
  return Object.fromEntries(pairs.map(({ name, value }) => [name, value]))
}

describe('the systemd unit', () => {
  after(() => rmSync(credentials, { recursive: true }))
  for (const text of valuesOf('LoadCredential')) {
    const [name = ''] = text.split(':')
    writeFileSync(join(credentials, name), `what ${name} is, of more than 32 bytes`)
  }

  it('sets variables that the server knows, and stops it later than the server stops itself', () => {
    const env = environment()
    assert.deepEqual(unknownVariables(Object.keys(env)), [])
    const [stopTimeout = ''] = valuesOf('TimeoutStopSec')
    assert.match(stopTimeout, /^\d+s$/)
    assert.ok(parseInt(stopTimeout) > longestStop(env))
  })

  it('keeps the data folder where the unit may write', () => {
    const [folder] = valuesOf('StateDirectory')
    assert.equal(environment().DATA_DIR, `/var/lib/${folder}`)
  })
})
