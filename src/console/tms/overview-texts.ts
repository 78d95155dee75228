import { defineTexts } from '../i18n/define-texts.ts'

/** Texts of the overview alone, which are loaded with it. */
export const t = defineTexts(
  {
    'status.title': '各状态有多少任务？',
    'type.title': '哪类任务最多，总价多少？',
    'assignee.title': '每人负责多少任务？',
    tasks: '任务数',
    price: '价格合计'
  },
  {
    'status.title': 'How many tasks does each status have?',
    'type.title': 'Which types have the most tasks, and at which price?',
    'assignee.title': 'How many tasks is each person responsible for?',
    tasks: 'Tasks',
    price: 'Prices'
  }
)
