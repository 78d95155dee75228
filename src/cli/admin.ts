import { runAdmin } from './run-admin.js'

const { stdin: input, stdout: output, stderr: messages, env } = process

// A reader that has seen enough, as in `list | head`.
output.on('error', () => process.exit(0))
process.exitCode = await runAdmin(process.argv.slice(2), { input, output, messages, env })
