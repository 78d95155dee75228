import { failureLine } from '../config/failure-line.js'
import { runAdmin } from './run-admin.js'

const { stdin: input, stdout: output, stderr: messages, env } = process

output.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, as in `list | head`.
  if (error.code === 'EPIPE') process.exit(0)
  messages.write(`${failureLine(error)}\n`)
  process.exit(1)
})
process.exitCode = await runAdmin(process.argv.slice(2), { input, output, messages, env })
