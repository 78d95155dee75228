export const labels = {
  zh: {
    search: '搜索文档',
    placeholder: '搜索接口、错误和指南，如：修改密码、409、listTasks',
    hint: '可以输入中文、拼音首字母、路径、operationId 或状态码。',
    close: '关闭',
    count: (count: number) => (count === 0 ? '没有找到' : `找到 ${count} 项`),
    failed: (reason: string) => `无法搜索：${reason}`
  },
  en: {
    search: 'Search the documentation',
    placeholder: 'Operations, errors and guides, such as: token, 409, listTasks',
    hint: 'Type words, a path, an operationId or a status.',
    close: 'Close',
    count: (count: number) => (count === 0 ? 'Nothing found' : `${count} found`),
    failed: (reason: string) => `Cannot search: ${reason}`
  }
}
