import { defineTexts } from '../i18n/define-texts.ts'

export const t = defineTexts(
  {
    title: '键盘快捷键',
    use: '启用单键快捷键',
    fields: '在输入框中和使用输入法时，单键快捷键不起作用。',
    search: '搜索',
    new: '新建',
    reload: '刷新列表',
    row: '上一行、下一行',
    open: '打开所在行的记录',
    select: '选择所在行',
    save: '保存表单',
    api: '切换系统（按导航中的顺序）',
    close: '关闭对话框',
    list: '显示此列表',
    then: '然后'
  },
  {
    title: 'Keyboard shortcuts',
    use: 'Use single keys as shortcuts',
    fields: 'Single keys do nothing in fields and while an input method composes.',
    search: 'Search',
    new: 'New',
    reload: 'Reload the list',
    row: 'Previous and next row',
    open: 'Open the record of the row',
    select: 'Select the row',
    save: 'Save the form',
    api: 'Switch the system (in the order of the navigation)',
    close: 'Close a dialog',
    list: 'Show this list',
    then: 'then'
  }
)
