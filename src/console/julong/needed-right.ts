import { rights } from '../../../generated/rights/julong.ts'
import { defineTexts } from '../i18n/define-texts.ts'
import { explainBy } from '../session/needed-right.ts'

type Right = (typeof rights)[keyof typeof rights]

/** In Chinese as the tree of rights names them. */
const t = defineTexts<Right>(
  {
    'users:read': '获取用户详情',
    'users:create': '添加用户',
    'users:disable': '设置管理状态',
    'users:update': '更新用户',
    'users:remove': '删除用户',
    'users:assign-role': '分配用户角色',
    'users:remove-second-factor': '解除两步验证',
    'rights:read': '查看权限',
    'roles:list': '获取角色列表',
    'roles:create': '添加角色',
    'roles:read': '获取角色详情',
    'roles:update': '更新角色信息',
    'roles:remove': '删除角色',
    'roles:grant': '角色授权',
    'roles:revoke': '取消角色授权',
    'roles:second-factor': '设置角色两步验证',
    'audit:read': '查看日志'
  },
  {
    'users:read': 'read users',
    'users:create': 'add users',
    'users:disable': 'set the state of users',
    'users:update': 'edit users',
    'users:remove': 'remove users',
    'users:assign-role': 'assign roles',
    'users:remove-second-factor': 'remove second factors',
    'rights:read': 'read rights',
    'roles:list': 'list roles',
    'roles:create': 'add roles',
    'roles:read': 'read roles',
    'roles:update': 'edit roles',
    'roles:remove': 'remove roles',
    'roles:grant': 'grant rights',
    'roles:revoke': 'revoke rights',
    'roles:second-factor': 'require second factors',
    'audit:read': 'read the audit trail'
  }
)

export const explain = explainBy('没有访问权限', rights, t)
