import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { describe, it } from 'node:test'
import { generatePassword, readPassword } from '../../src/cli/password.js'
import { Stop } from '../../src/cli/terminal/stop.js'

/** A terminal on which these keys are pressed, one after the other. */
function terminal(keys: string): { input: NodeJS.ReadStream; output: PassThrough; shown(): string } {
  const input = Object.assign(new PassThrough(), { isTTY: true }) as unknown as NodeJS.ReadStream
  const output = new PassThrough()
  let shown = ''
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString()
    // A person types when asked.
    if (/: $/.test(shown)) {
      const [line = '', ...rest] = keys.split(/(?<=[\r\x03\x04])/)
      keys = rest.join('')
      setImmediate(() => (input as unknown as PassThrough).write(line))
    }
  })
  return { input, output, shown: () => shown }
}

function piped(bytes: string | Uint8Array): NodeJS.ReadStream {
  const input = new PassThrough()
  input.end(bytes)
  return input as unknown as NodeJS.ReadStream
}

const nowhere = new PassThrough()
const stops =
  (message: string, exitCode = 1) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof Stop)
    assert.deepEqual({ message: error.message, exitCode: error.exitCode }, { message, exitCode })
    return true
  }

describe('readPassword on a terminal', () => {
  it('prompts twice and echoes nothing', async () => {
    const { input, output, shown } = terminal('secrets\x7f\r' + 'secret\r')
    assert.equal(await readPassword(input, output), 'secret')
    assert.equal(shown(), 'New password: \nAgain: \n')
  })

  it('refuses two that differ', async () => {
    const { input, output } = terminal('secret\r' + 'secreT\r')
    await assert.rejects(readPassword(input, output), stops('the two passwords differ'))
  })

  it('ends at Ctrl-C and at Ctrl-D', async () => {
    const interrupted = terminal('sec\x03')
    await assert.rejects(readPassword(interrupted.input, interrupted.output), stops('interrupted', 130))
    const ended = terminal('\x04')
    await assert.rejects(readPassword(ended.input, ended.output), stops('no password was given'))
  })
})

describe('readPassword from a pipe', () => {
  it('takes everything but the line break at the end', async () => {
    for (const [text, password] of [
      ['secret', 'secret'],
      ['secret\n', 'secret'],
      ['secret\r\n', 'secret'],
      [' pass wörd 密码 \n', ' pass wörd 密码 ']
    ] as const) {
      assert.equal(await readPassword(piped(text), nowhere), password)
    }
  })

  it('refuses empty, multi-line, binary and overlong input', async () => {
    const none = 'no password on standard input; pipe it in or give --generate'
    await assert.rejects(readPassword(piped(''), nowhere), stops(none))
    await assert.rejects(readPassword(piped('\n'), nowhere), stops(none))
    await assert.rejects(readPassword(piped('a\nb\n'), nowhere), stops('standard input has more than one line'))
    await assert.rejects(readPassword(piped(Buffer.from([0xff])), nowhere), stops('standard input is not UTF-8'))
    await assert.rejects(
      readPassword(piped('x'.repeat(5_000)), nowhere),
      stops('standard input is too long for a password')
    )
  })
})

describe('generatePassword', () => {
  it('makes a different password each time, of 24 characters or the longer minimum', () => {
    const made = new Set(Array.from({ length: 100 }, () => generatePassword(8)))
    assert.equal(made.size, 100)
    for (const password of made) assert.match(password, /^[\w-]{24}$/)
    assert.match(generatePassword(72), /^[\w-]{72}$/)
  })
})
