import { answers } from './answers.js'
import type { Scenarios } from './gateway.js'
import { ownSessions } from './own-sessions.js'
import { sessions } from './sessions.js'
import { stores } from './stores.js'
import { traffic } from './traffic.js'

export const scenarios: Scenarios = { ...answers, ...ownSessions, ...sessions, ...stores, ...traffic }
