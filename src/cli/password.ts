import { randomBytes } from 'node:crypto'
import { askHidden } from './prompt.js'
import { Stop } from './terminal/stop.js'

/** Characters of a generated password at least: 144 bits. */
const GENERATED_LENGTH = 24
/** Bytes: more than any password, less than a file that was piped in by mistake. */
const MAX_INPUT = 4_096

/** A password that nobody has to think of, of at least `minLength` characters. */
export function generatePassword(minLength: number): string {
  const length = Math.max(GENERATED_LENGTH, minLength)
  return randomBytes(length).toString('base64url').slice(0, length)
}

export async function readPassword(input: NodeJS.ReadStream, output: NodeJS.WritableStream): Promise<string> {
  if (!input.isTTY) return readPiped(input)
  const password = await askHidden('New password: ', input, output)
  if (password !== (await askHidden('Again: ', input, output))) throw new Stop('the two passwords differ')
  return password
}

/** All of the input, without the line break at its end. */
async function readPiped(input: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of input as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_INPUT) throw new Stop('standard input is too long for a password')
  }
  const text = decode(Buffer.concat(chunks)).replace(/\r?\n$/, '')
  if (text === '') throw new Stop('no password on standard input; pipe it in or give --generate')
  if (/[\r\n]/.test(text)) throw new Stop('standard input has more than one line')
  return text
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Stop('standard input is not UTF-8')
  }
}
