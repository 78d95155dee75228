import { rights } from '../../../generated/rights/waste-sorting.ts'
import { defineTexts } from '../i18n/define-texts.ts'
import { explainBy } from '../session/needed-right.ts'

type Right = (typeof rights)[keyof typeof rights]

const t = defineTexts<Right>(
  {
    'users:administer': '管理用户'
  },
  {
    'users:administer': 'administer users'
  }
)

export const explain = explainBy('需要管理员权限', rights, t)
