import { defineTexts } from '../i18n/define-texts.ts'

/** Texts of forms that are not saved. */
export const t = defineTexts(
  {
    'draft.restored': '已恢复未保存的内容。',
    'draft.discard': '丢弃',
    'unsaved.discard': '放弃修改',
    'unsaved.stay': '继续编辑',
    'unsaved.text': '离开后，填写的内容会丢失。',
    'unsaved.title': '内容尚未保存'
  },
  {
    'draft.restored': 'What you typed and did not save is here again.',
    'draft.discard': 'Discard it',
    'unsaved.discard': 'Discard changes',
    'unsaved.stay': 'Keep editing',
    'unsaved.text': 'What you typed is lost when you leave.',
    'unsaved.title': 'There are unsaved changes'
  }
)
