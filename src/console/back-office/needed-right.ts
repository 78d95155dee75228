import { rights } from '../../../generated/rights/back-office.ts'
import { defineTexts } from '../i18n/define-texts.ts'
import { explainBy } from '../session/needed-right.ts'

type Right = (typeof rights)[keyof typeof rights]

const t = defineTexts<Right>(
  {
    'admins:read': '查看管理员',
    'admins:write': '管理管理员',
    'roles:read': '查看角色',
    'roles:write': '设置角色'
  },
  {
    'admins:read': 'read administrators',
    'admins:write': 'change administrators',
    'roles:read': 'read roles',
    'roles:write': 'change roles'
  }
)

export const explain = explainBy('没有访问权限', rights, t)
