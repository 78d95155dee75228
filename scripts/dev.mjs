import { spawn } from 'node:child_process'
import process from 'node:process'

/*
 * `npm run dev`: compiles what changes, restarts the server after it, and opens its debugger. Takes the arguments of the
 * server, such as `--mock`. Ends when one of the two does.
 */
const compiler = ['node_modules/typescript/bin/tsc', '-b', '--watch', '--preserveWatchOutput']
// Node hands the option after one that begins with `--watch` on to the server, which would watch too.
const options = ['--watch-path=dist/src', '--enable-source-maps', '--watch-path=generated', '--inspect']
const server = [...options, '--watch-preserve-output', 'dist/src/main.js', ...process.argv.slice(2)]

const children = [compiler, server].map((args) => spawn(process.execPath, args, { stdio: 'inherit' }))
const end = () => children.forEach((child) => child.kill())
for (const child of children) child.on('exit', end)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
