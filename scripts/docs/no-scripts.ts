import type { DocumentedApi } from './model.js'

/** What a reader without scripts must know of the reference: all of its texts are there, but nothing opens. */
export function foldedWithoutScripts({ name }: DocumentedApi): string {
  return `<noscript><p class="text plain">没有 JavaScript 时，折叠的响应和其他语言的示例不能展开；完整的契约见 <a href="../../openapi/${name}.yaml">YAML</a> 和 <a href="../../openapi/${name}.json">JSON</a>。</p></noscript>`
}

export function needsScripts({ name }: DocumentedApi): string {
  return `<noscript><p class="text plain">此页面需要 JavaScript。不用脚本时，可以阅读<a href="../">接口列表</a>，或下载 <a href="../../../openapi/${name}.http">.http 文件</a>。</p></noscript>`
}
