import assert from 'node:assert/strict'
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, beforeEach, describe, it } from 'node:test'
import { ConfigError } from '../../src/config/error.js'
import { readKeyFiles } from '../../src/config/key-files.js'
import { keyFolder, newKey, type KeyFolder } from '../support/key-folder.js'

describe('the keys in TOKEN_KEY_DIR', () => {
  const folders: KeyFolder[] = []
  let folder: KeyFolder
  beforeEach(() => {
    folder = keyFolder()
    folders.push(folder)
  })
  after(() => folders.forEach(({ remove }) => remove()))

  const texts = (keys: KeyObject[] | undefined): unknown[] | undefined =>
    keys?.map((key) => (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' }))

  /** The message for what one realm's file, or another file, has in it. */
  const refusal = (content: KeyObject | string, file = 'tms.pem'): string => {
    folder.write(file, content)
    try {
      readKeyFiles(folder.path, ['tms'])
    } catch (error) {
      assert.ok(error instanceof ConfigError, String(error))
      assert.ok(error.message.startsWith(`TOKEN_KEY_DIR: ${join(folder.path, file)} `), error.message)
      return error.message.slice(`TOKEN_KEY_DIR: ${join(folder.path, file)} `.length)
    }
    assert.fail('not refused')
  }

  it('are none without it', () => {
    assert.deepEqual(readKeyFiles(undefined, ['tms', 'julong']), {})
  })

  it('are those of the open APIs, the previous one where it is there, as a private or a public key', () => {
    const [tms, before, julong, older] = [newKey(), newKey(), newKey(), newKey()]
    folder.write('tms.pem', tms)
    folder.write('tms.previous.pem', before)
    folder.write('julong.pem', julong.export({ type: 'sec1', format: 'pem' }).toString())
    folder.write('julong.previous.pem', createPublicKey(older))
    folder.write('back-office.pem', 'no key')
    const { tms: ofTms, julong: ofJulong, ...others } = readKeyFiles(folder.path, ['tms', 'julong'])
    assert.deepEqual(texts(ofTms), texts([tms, before]))
    assert.deepEqual(texts(ofJulong), texts([julong, older]))
    assert.deepEqual([ofTms?.[0]?.type, ofJulong?.[0]?.type, others], ['private', 'private', {}])
  })

  it('may have the parameters of the curve before them, as `openssl ecparam -genkey` writes them', () => {
    const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n'
    const key = newKey()
    folder.write('tms.pem', parameters + key.export({ type: 'sec1', format: 'pem' }).toString())
    assert.deepEqual(texts(readKeyFiles(folder.path, ['tms']).tms), texts([key]))
  })

  it('are refused by file: one that is missing, with the command that makes it', () => {
    const missing = join(folder.path, 'tms.pem')
    const message = `TOKEN_KEY_DIR: ${missing} is not there; make it with: openssl ecparam -name prime256v1 -genkey -noout -out ${missing}`
    assert.throws(() => readKeyFiles(folder.path, ['tms']), new ConfigError(message))
    folder.write('tms.pem', newKey())
    assert.throws(() => readKeyFiles(folder.path, ['tms', 'julong']), /julong\.pem is not there/)
  })

  it('are refused by file: one that cannot be read', () => {
    mkdirSync(join(folder.path, 'tms.pem'))
    const message = `TOKEN_KEY_DIR: ${join(folder.path, 'tms.pem')} cannot be read (EISDIR)`
    assert.throws(() => readKeyFiles(folder.path, ['tms']), new ConfigError(message))
  })

  it('are refused by file: a key of another kind', () => {
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const alone = 'and ES256 takes a key of P-256 (prime256v1) alone'
    assert.equal(refusal(newKey('secp384r1')), `is of secp384r1, ${alone}`)
    assert.equal(refusal(newKey('secp256k1')), `is of secp256k1, ${alone}`)
    assert.equal(refusal(generateKeyPairSync('ed25519').privateKey), `is of ed25519, ${alone}`)
    assert.equal(refusal(rsa), `is of rsa, ${alone}`)
    folder.write('tms.pem', newKey())
    assert.equal(refusal(createPublicKey(rsa), 'tms.previous.pem'), `is of rsa, ${alone}`)
  })

  it('are refused by file: what is no private key, or an encrypted one', () => {
    const key = newKey()
    const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const
    assert.equal(refusal(''), 'has no private key in PEM')
    assert.equal(refusal('no key'), 'has no private key in PEM')
    assert.equal(refusal(createPublicKey(key)), 'has no private key in PEM')
    assert.equal(refusal(key.export(locked).toString()), 'is encrypted; the server has no passphrase for it')
    folder.write('tms.pem', key)
    assert.equal(refusal('no key', 'tms.previous.pem'), 'has no key in PEM')
  })

  it('are refused by file: a key that another file has too', () => {
    const key = newKey()
    folder.write('tms.pem', key)
    folder.write('julong.pem', key)
    const message = `TOKEN_KEY_DIR: ${join(folder.path, 'julong.pem')} has the key of ${join(folder.path, 'tms.pem')}`
    assert.throws(() => readKeyFiles(folder.path, ['tms', 'julong']), new ConfigError(message))
    assert.equal(refusal(createPublicKey(key), 'tms.previous.pem'), `has the key of ${join(folder.path, 'tms.pem')}`)
  })
})
