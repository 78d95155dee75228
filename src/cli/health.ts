import { readConfig } from '../config/config.js'
import { failureLine } from '../config/failure-line.js'
import { originOf } from '../server/origin.js'

// For the health check of a container: exits with 0 when the server with this environment is ready.
try {
  const { host, ports } = readConfig(process.env)
  const response = await fetch(`${originOf(host, ports[0])}/health/ready`)
  const text = await response.text()
  if (!response.ok) throw new Error(text)
} catch (error) {
  console.error(failureLine(error))
  process.exitCode = 1
}
