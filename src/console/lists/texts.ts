import { defineTexts } from '../i18n/define-texts.ts'

/** Texts of lists, which the login does not need. */
export const t = defineTexts(
  {
    'batch.clear': '取消选择',
    'batch.count': '已选 {count} 项',
    'batch.label': '批量操作',
    'batch.progress': '{done}/{total}',
    'batch.stop': '停止',
    columns: '列',
    details: '详情',
    'details.row': '展开 {name}',
    'list.clearFilters': '清除筛选',
    'list.count': '共 {count} 条',
    'list.noMatch': '没有符合条件的结果',
    'pager.label': '分页',
    'pager.next': '下一页',
    'pager.of': '/ {pages} 页',
    'pager.page': '第',
    'pager.previous': '上一页',
    'pager.size': '每页',
    'select.all': '选择本页全部',
    'select.row': '选择 {name}'
  },
  {
    'batch.clear': 'Clear selection',
    'batch.count': '{count} selected',
    'batch.label': 'Actions on the selection',
    'batch.progress': '{done}/{total}',
    'batch.stop': 'Stop',
    columns: 'Columns',
    details: 'Details',
    'details.row': 'Expand {name}',
    'list.clearFilters': 'Clear filters',
    'list.count': '{count} in total',
    'list.noMatch': 'Nothing matches',
    'pager.label': 'Pages',
    'pager.next': 'Next',
    'pager.of': 'of {pages}',
    'pager.page': 'Page',
    'pager.previous': 'Previous',
    'pager.size': 'Rows',
    'select.all': 'Select all on this page',
    'select.row': 'Select {name}'
  }
)
