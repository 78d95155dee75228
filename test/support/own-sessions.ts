import type { RealmName } from '../../src/config/realm-names.js'
import type { Answer, Client, RequestOptions } from './client.js'

/** What concerns the caller's own sessions in an API. */
interface OwnSessions {
  list: (body: Answer['body']) => Record<string, unknown>[]
  path: string
  one: (id: string) => string
  endOthers: (client: Client, options: RequestOptions) => Promise<Answer>
  /** The answer of both ways of ending. */
  ended: Answer['body']
  othersEnded?: Answer['body']
  unknown: Answer['body']
  /** A request of an account without rights. */
  me: string
  times: [begun: string, expires: string]
}

const JULONG_ENDED = { data: null, meta: { message: '会话已结束', status: 200 } }
const UNKNOWN = '会话不存在'

export const ownSessions: Record<RealmName, OwnSessions> = {
  tms: {
    list: (body) => body.data.sessions,
    path: '/tms/session/list',
    one: (id) => `/tms/session/delete/${id}`,
    endOthers: (client, options) => client.delete('/tms/session/others', options),
    ended: { code: 200, message: '会话已结束', data: null },
    unknown: { code: 404, message: UNKNOWN, data: null },
    me: '/tms/user/me',
    times: ['created_time', 'expires_time']
  },
  julong: {
    list: (body) => body.data,
    path: '/api/private/v1/me/sessions',
    one: (id) => `/api/private/v1/me/sessions/${id}`,
    endOthers: (client, options) => client.delete('/api/private/v1/me/sessions', options),
    ended: JULONG_ENDED,
    unknown: { data: null, meta: { message: UNKNOWN, status: 404 } },
    me: '/api/private/v1/me',
    times: ['create_time', 'expire_time']
  },
  'waste-sorting': {
    list: (body) => body,
    path: '/api/auth/sessions',
    one: (id) => `/api/auth/sessions/${id}`,
    endOthers: (client, options) => client.delete('/api/auth/sessions', options),
    ended: { message: '会话已结束' },
    unknown: { message: UNKNOWN },
    me: '/api/auth/me',
    times: ['created_at', 'expires_at']
  },
  'user-login': {
    list: (body) => body,
    path: '/api/users/sessions',
    one: (id) => `/api/users/sessions/${id}`,
    endOthers: (client, options) => client.post('/api/users/logout_others', options),
    ended: { message: 'Session has been ended.' },
    othersEnded: { message: 'Other sessions have been ended.' },
    unknown: { detail: 'Session not found' },
    me: '/api/users/me',
    times: ['created_at', 'expires_at']
  },
  'back-office': {
    list: (body) => body,
    path: '/admin/me/sessions',
    one: (id) => `/admin/me/sessions/${id}`,
    endOthers: (client, options) => client.delete('/admin/me/sessions', options),
    ended: null,
    unknown: { message: UNKNOWN },
    me: '/admin/me',
    times: ['created_at', 'expires_at']
  }
}
