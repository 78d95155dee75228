import { insist } from '../writer.js'
import { freshName } from '../accounts.js'
import type { HistoryApi, Operation, Subject } from './operation.js'
import { PASSWORDS } from './operation.js'

const API = '/api/private/v1'
const OWN = { 200: 'ok', 401: 'ended' }
const ADMINISTERED = { 200: 'ok', 404: 'gone' }
const ADMINISTRATOR = { username: 'admin', password: '123456' }

/** The document's own role, which may list users. */
const MAY_LIST = 30

/** Accounts of julong: banned, given another role and removed by an administrator while they are used. */
export async function historyOfJulong(origin: string): Promise<HistoryApi> {
  const login = await insist(origin, { method: 'POST', path: `${API}/login`, json: ADMINISTRATOR })
  const by = login.body.data.token.replace('Bearer ', '') as string
  const json = { roleName: freshName('role') }
  const role = await insist(origin, { method: 'POST', path: `${API}/roles`, token: by, json })
  const roles: number[] = [role.body.data.roleId, MAY_LIST]

  return {
    async create(name) {
      const json = { userName: name, password: PASSWORDS[0] }
      const { body } = await insist(origin, { method: 'POST', path: `${API}/users`, token: by, json })
      const subject: Subject = { id: body.data.id, name }
      await insist(origin, setRole(by, roles).send(subject, '', 0))
      return subject
    },
    operations: [...ownOperations(roles), ...administration(by), setRole(by, roles)],
    last: {
      op: 'remove',
      weight: 0,
      send: ({ id }) => ({ method: 'DELETE', path: `${API}/users/${id}`, token: by }),
      outcomes: ADMINISTERED
    }
  }
}

function ownOperations(roles: number[]): Operation[] {
  return [
    {
      op: 'login',
      weight: 16,
      byValue: true,
      reads: true,
      send: ({ name: username }, _, value) => ({
        method: 'POST',
        path: `${API}/login`,
        json: { username, password: PASSWORDS[value] }
      }),
      outcomes: { 200: 'ok', 400: 'refused', 403: 'banned' },
      tokenIn: (body) => body.data.token.replace('Bearer ', '')
    },
    {
      op: 'me',
      weight: 26,
      byToken: true,
      reads: true,
      send: (_, token) => ({ method: 'GET', path: `${API}/me`, token }),
      outcomes: OWN,
      valueIn: (body) => roles.indexOf(body.data.role_id)
    },
    {
      op: 'list',
      weight: 20,
      byToken: true,
      reads: true,
      send: (_, token) => ({ method: 'GET', path: `${API}/user?pagenum=1&pagesize=1`, token }),
      outcomes: { ...OWN, 403: 'forbidden' }
    },
    {
      op: 'logout',
      weight: 6,
      byToken: true,
      send: (_, token) => ({ method: 'POST', path: `${API}/logout`, token }),
      outcomes: OWN
    },
    {
      op: 'others',
      weight: 4,
      byToken: true,
      send: (_, token) => ({ method: 'DELETE', path: `${API}/me/sessions`, token }),
      outcomes: OWN
    },
    {
      op: 'password',
      weight: 4,
      byToken: true,
      byValue: true,
      send: (_, token, value) => ({
        method: 'PUT',
        path: `${API}/me/password`,
        token,
        json: { currentPassword: PASSWORDS[value], newPassword: PASSWORDS[1 - value] }
      }),
      outcomes: { ...OWN, 400: 'refused' }
    }
  ]
}

function administration(by: string): Operation[] {
  const setState = (op: string, weight: number, state: boolean): Operation => ({
    op,
    weight,
    send: ({ id }) => ({ method: 'PUT', path: `${API}/users/${id}/state/${state}`, token: by }),
    outcomes: ADMINISTERED
  })
  return [
    setState('ban', 4, false),
    setState('unban', 9, true),
    {
      op: 'all',
      weight: 3,
      send: ({ id }) => ({ method: 'DELETE', path: `${API}/users/${id}/sessions`, token: by }),
      outcomes: ADMINISTERED
    }
  ]
}

function setRole(by: string, roles: number[]): Operation {
  return {
    op: 'role',
    weight: 8,
    byValue: true,
    send: ({ id }, _, value) => ({
      method: 'PUT',
      path: `${API}/users/${id}/role`,
      token: by,
      json: { rid: roles[value] }
    }),
    outcomes: ADMINISTERED
  }
}
