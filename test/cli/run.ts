import { runProgram, type Ended } from '../support/program.js'

export interface AdminOptions {
  env?: Record<string, string>
  /** What is piped in. */
  input?: string | Uint8Array
}

/** `npm run admin -- <words>` */
export async function admin(words: string, { env = {}, input }: AdminOptions = {}): Promise<Ended> {
  return runProgram('src/cli/admin.js', { args: words.split(' '), env, input })
}

/** What a command came to: its exit code and its lines. */
export function outcome({ code, stdout, stderr }: Ended): { code: number | null; stdout: string[]; stderr: string[] } {
  return { code, stdout: lines(stdout), stderr: lines(stderr) }
}

function lines(text: string): string[] {
  return text.split('\n').slice(0, -1)
}
