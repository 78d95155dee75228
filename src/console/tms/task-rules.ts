import { limits } from '../../../generated/limits/tms.ts'
import { rulesOf, type Rule } from '../forms/rules.ts'
import { isPrice, type TaskValues } from './task-form.ts'
import { t } from './texts.ts'

/** The rules of the fields of a task. A price is typed text, so its own rule replaces that of a number. */
export const taskRules: Record<keyof TaskValues, Rule[]> = {
  ...rulesOf(limits.createTask),
  price: [(text) => (isPrice(text) ? undefined : t('task.priceRule'))]
}
