import type { components } from '../../../generated/julong.js'
import { countsBy, type AccountGroup } from '../../accounts/counts.js'
import type { Counts } from '../../audit/count.js'
import type { AuditEvent } from '../../audit/entries.js'
import type { JulongAccount } from '../../realms/julong.js'
import type { Role } from '../../roles/find.js'
import type { RoleWithRights } from '../../roles/list.js'
import type { Right } from '../../roles/rights.js'
import type { RightNode } from '../../roles/tree.js'
import type { Session } from '../../sessions/list.js'
import { utcTime } from '../../http/timestamps.js'

type Schemas = components['schemas']

export function serializeUser(account: JulongAccount): Schemas['User'] {
  return {
    id: account.id,
    username: account.name,
    role_id: account.role_id,
    mobile: account.mobile,
    email: account.email
  }
}

export function serializeListedUser(account: JulongAccount): Schemas['ListedUser'] {
  return {
    id: account.id,
    username: account.name,
    mobile: account.mobile,
    type: account.type,
    email: account.email,
    create_time: utcTime(account.created_at),
    mg_state: !account.disabled,
    role_name: account.role_name
  }
}

export function serializeCurrentUser(account: JulongAccount, rights: Right[]): Schemas['CurrentUser'] {
  return { ...serializeUser(account), role_name: account.role_name, rights: rights.map(serializeRight) }
}

export function serializeRoleCounts(groups: AccountGroup[]): Schemas['UserCount'][] {
  const names = new Map(groups.map(({ roleId, roleName }) => [roleId, roleName]))
  const counts = countsBy(groups, [...names.keys()], ({ roleId }) => roleId)
  return counts.map(({ value, count }) => ({ key: String(value), name: names.get(value) ?? '', count }))
}

export function serializeStateCounts(groups: AccountGroup[]): Schemas['UserCount'][] {
  const counts = countsBy(groups, [false, true], ({ disabled }) => disabled)
  return counts.map(({ value, count }) => ({ key: String(!value), name: value ? '禁用' : '启用', count }))
}

export function serializeAddedUser(account: JulongAccount): Schemas['AddedUser'] {
  const changed = account.updated_at !== account.created_at
  return {
    id: account.id,
    rid: account.role_id,
    username: account.name,
    mobile: account.mobile,
    type: account.type,
    openid: account.openid,
    email: account.email,
    create_time: utcTime(account.created_at),
    modify_time: changed ? utcTime(account.updated_at) : null,
    is_delete: false,
    is_active: account.is_active
  }
}

export function serializeRole(role: Role): Schemas['Role'] {
  return { roleId: role.id, roleName: role.name, roleDesc: role.description }
}

export function serializeRoleWithRights(role: RoleWithRights): Schemas['RoleWithRights'] {
  return { id: role.id, roleName: role.name, roleDesc: role.description, children: serializeTree(role.tree) }
}

export function serializeRight(right: Right): Schemas['RightNode'] {
  return {
    id: right.id,
    authName: right.name,
    level: `${right.level}`,
    pid: right.pid,
    path: right.path
  }
}

/** A node with what is under it; `above` is the right that it is under. */
export function serializeNode(node: RightNode, above?: RightNode): Schemas['RightNode'] {
  return {
    id: node.id,
    authName: node.name,
    path: node.path,
    pid: node.level === 2 ? `${node.pid},${above?.pid}` : node.pid,
    // Clients take a node without the key for a right of the last level.
    ...(node.level < 2 && { children: node.children.map((child) => serializeNode(child, node)) })
  }
}

export function serializeTree(tree: RightNode[]): Schemas['RightNode'][] {
  return tree.map((node) => serializeNode(node))
}

export function serializeMenu(node: RightNode): Schemas['Menu'] {
  return {
    id: node.id,
    authName: node.name,
    path: node.path,
    order: node.sort,
    children: node.children.filter(({ level }) => level < 2).map(serializeMenu)
  }
}

export function serializeAuditEvent(event: AuditEvent): Schemas['AuditEvent'] {
  return {
    id: event.id,
    time: utcTime(event.at),
    action: event.action,
    result: event.result,
    actor: event.actor_name,
    target: event.target_name,
    detail: event.detail,
    address: event.address,
    request_id: event.request_id
  }
}

export function serializeAuditCount(key: string, { done, failed }: Counts): Schemas['AuditCount'] {
  return { key, done, failed }
}

export function serializeOwnSession(session: Session): Schemas['OwnSession'] {
  return {
    id: session.id,
    create_time: utcTime(session.begunAt),
    expire_time: utcTime(session.expiresAt),
    address: session.address,
    device: session.device,
    current: session.current
  }
}

export function serializeSession(session: Session): Schemas['Session'] {
  return { ...serializeOwnSession(session), uid: Number(session.accountId), username: session.name }
}
