import { availableParallelism } from 'node:os'
import bcrypt from 'bcrypt'

/* Compares passwords on all cores for as many seconds as the argument says; prints how many a second. */
const COST = 10
const seconds = Number(process.argv[2])
const hash = await bcrypt.hash('correct horse', COST)
const from = performance.now()
let count = 0

async function compareOnAndOn(): Promise<void> {
  while (performance.now() - from < seconds * 1000) {
    if (!(await bcrypt.compare('correct horse', hash))) throw new Error('bcrypt does not know its own hash')
    count += 1
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, compareOnAndOn))
console.log((count / (performance.now() - from)) * 1000)
