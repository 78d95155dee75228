import { createChanges } from '../session/changes.ts'
import type { Reply, Session } from '../session/types.ts'
import type { OwnSession, OwnSessions } from './sessions.ts'

/** What the client of every API has. */
interface Client {
  sessions: { end(id: string): Promise<Reply>; endOthers(): Promise<Reply> }
}

/** The sessions of the caller; `read` lists them, each API in its own form. */
export function ownSessionsOf(session: Session<Client>, read: () => Promise<OwnSession[]>): OwnSessions {
  return {
    changes: createChanges(session.api, 'session'),
    read,
    end: (id) => session.call((api) => api.sessions.end(id)),
    endOthers: () => session.call((api) => api.sessions.endOthers())
  }
}
