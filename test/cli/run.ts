import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { runAdmin } from '../../src/cli/run-admin.js'

export interface AdminOptions {
  env?: Record<string, string>
  /** What is piped in. */
  input?: string | Uint8Array | undefined
}

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** `npm run admin -- <words>`, in this process, for starting one takes longer than most commands. */
export async function admin(words: string | string[], { env = {}, input = '' }: AdminOptions = {}): Promise<Ended> {
  const [piped, output, messages] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const [stdout, stderr] = [text(output), text(messages)]
  const argv = typeof words === 'string' ? words.split(' ') : words
  piped.end(input)
  const code = await runAdmin(argv, { input: piped as unknown as NodeJS.ReadStream, output, messages, env })
  output.end()
  messages.end()
  return { code, stdout: await stdout, stderr: await stderr }
}

/** What a command came to: its exit code and its lines. */
export function outcome({ code, stdout, stderr }: Ended): { code: number | null; stdout: string[]; stderr: string[] } {
  return { code, stdout: lines(stdout), stderr: lines(stderr) }
}

function lines(text: string): string[] {
  return text.split('\n').slice(0, -1)
}
