import { rights } from '../../../generated/rights/waste-sorting.ts'
import { defineTexts } from '../i18n/define-texts.ts'
import { withNeededRight } from '../session/needed-right.ts'

type Right = (typeof rights)[keyof typeof rights]

const t = defineTexts<Right>(
  {
    'users:administer': '管理用户'
  },
  {
    'users:administer': 'administer users'
  }
)

export function explain(message: string, operation: string): string {
  const known: Partial<Record<string, Right>> = rights
  return withNeededRight(message, known[operation], t)
}
