import { escape, inline, markdown } from './html.js'
import type { DocumentedApi, DocumentedOperation } from './model.js'

/** The reference for browsers that run no scripts: every operation with its texts, fields and body. */
export function withoutScripts(api: DocumentedApi): string {
  return `<noscript><div class="text plain">
<h1>${escape(api.title)}</h1>
<p>完整的文档需要 JavaScript。下面列出全部接口；完整的契约见 <a href="../../openapi/${api.name}.yaml">YAML</a> 和 <a href="../../openapi/${api.name}.json">JSON</a>。</p>
${api.operations.map(operationText).join('\n')}
</div></noscript>`
}

export function needsScripts({ name }: DocumentedApi): string {
  return `<noscript><p class="text plain">此页面需要 JavaScript。不用脚本时，可以阅读<a href="../">接口列表</a>，或下载 <a href="../../../openapi/${name}.http">.http 文件</a>。</p></noscript>`
}

function operationText({ method, path, summary, description, fields, json }: DocumentedOperation): string {
  const items = fields.map(
    ({ name, required, description: text }) =>
      `<li><code>${escape(name)}</code>${required ? '（必填）' : ''} ${inline(text)}</li>`
  )
  const body = json === undefined ? '' : `<pre><code>${escape(JSON.stringify(json, null, 2))}</code></pre>`
  return `<h2>${escape(summary)}</h2>
<p><code>${method} ${escape(path)}</code></p>
${markdown(description)}
${items.length === 0 ? '' : `<ul>${items.join('')}</ul>`}${body}`
}
