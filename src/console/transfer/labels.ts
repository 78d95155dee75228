import { defineTexts } from '../i18n/define-texts.ts'

/** Of the buttons; what they open has its own texts. */
export const label = defineTexts({ export: '导出', import: '导入' }, { export: 'Export', import: 'Import' })
