import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Stop } from './terminal/stop.js'

const INTERRUPTED = 130

export async function askHidden(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream
): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 })
  output.write(question)
  try {
    return await new Promise((resolve, reject) => {
      lines.once('line', resolve)
      lines.once('SIGINT', () => reject(new Stop('interrupted', INTERRUPTED)))
      lines.once('close', () => reject(new Stop('no password was given')))
    })
  } finally {
    lines.close()
    output.write('\n')
  }
}
