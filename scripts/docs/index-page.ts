import { realmNamed } from '../../src/realms/realms.js'
import type { RealmName } from '../../src/config/realm-names.js'
import type { ContractDocument } from '../../src/http/contract.js'
import { sampleAccountsOf } from '../../src/server/samples.js'
import { COLLECTIONS } from '../collections/files.js'
import { anchor } from './anchor.js'
import { guideList } from './guides/page.js'
import { escape, markdown } from './html.js'
import type { DocumentedApi, DocumentedOperation } from './model.js'
import { shortTitle } from './page.js'

export interface IntroducedApi {
  api: DocumentedApi
  document: ContractDocument
}

/** What the index says before and of every API. */
export function indexMain(apis: IntroducedApi[]): string {
  const count = apis.reduce((sum, { api }) => sum + api.operations.length, 0)
  return `<main id="main" class="index">
<section class="hero">
<h1>五套接口，一台服务器</h1>
<p>${apis.map(({ api }) => `<a href="#${api.name}">${escape(shortTitle(api))}</a>`).join('、')}：五套 API 在同一端口应答，共 ${count} 个接口。按任何一份文档编写的客户端都可以原样使用；各 API 的账户、角色和令牌互不相通。</p>
<p class="samples-on" hidden>本服务器带有示例账号，可以在每个 API 的在线调试页中一键登录并调用。</p>
<p class="samples-off" hidden>本服务器没有示例账号；请在在线调试页中用自己的账户登录。</p>
</section>
<section class="start"><h2>指南</h2>${guideList('zh', '')}</section>
${apis.map(introduce).join('\n')}
</main>`
}

function introduce({ api, document }: IntroducedApi): string {
  const { name } = api
  const [introduction = '', ...rest] = (document.info.description ?? '').trim().split(/\n{2,}/)
  const tokens = rest.find((paragraph) => paragraph.startsWith('**令牌')) ?? ''
  const problem = document.components?.responses?.CommonProblem as { content: Record<string, { example: unknown }> }
  return `<section class="api" id="${name}" data-api="${name}">
<h2>${escape(shortTitle(api))} <code>${name}</code></h2>
${markdown(introduction)}
<p class="ways"><a class="button" href="${name}/">阅读文档</a><a class="button plain" href="${name}/try/">在线调试</a><a href="../openapi/${name}.yaml">OpenAPI YAML</a><a href="../openapi/${name}.json">JSON</a><a href="../openapi/workflows/${name}.yaml">Arazzo 流程</a>${COLLECTIONS.map(({ ending, program }) => `<a href="../openapi/${name}${ending}" download>${program}</a>`).join('')}</p>
<dl>
<dt>基础地址</dt><dd>${api.basePaths.map((path) => `<code><span data-origin></span>${path}</code>`).join('<br>')}</dd>
<dt>示例账号</dt><dd>${samples(name as RealmName)}</dd>
<dt>请求头</dt><dd>${api.schemes.map(({ header, prefix }) => `<code>${header}: ${prefix}&lt;令牌&gt;</code>`).join(' 或 ')}</dd>
<dt>令牌有效期</dt><dd>${lifetime(name as RealmName)}</dd>
<dt>登录</dt><dd>${way(api, 'opens')}</dd>
<dt>换取新令牌</dt><dd>${way(api, 'renews')}</dd>
<dt>退出</dt><dd>${way(api, 'closes')}</dd>
<dt>错误响应体</dt><dd><pre tabindex="0"><code>${escape(JSON.stringify(Object.values(problem.content)[0]!.example, null, 2))}</code></pre></dd>
</dl>
${markdown(tokens)}
<details><summary>全部 ${api.operations.length} 个接口</summary>
<ul class="operations">${api.operations.map((operation) => operationItem(api, operation)).join('')}</ul>
</details>
</section>`
}

function samples(name: RealmName): string {
  const accounts = sampleAccountsOf(name).map(
    ({ name: login, password }) => `<code>${login}</code> / <code>${password}</code>`
  )
  return `${accounts.join('<br>')}<small class="samples-off" hidden>仅存在于开用示例账号的服务器（开发环境），本服务器没有。</small>`
}

function lifetime(name: RealmName): string {
  const { tokenLifeSeconds, refreshWindowSeconds } = realmNamed(name)
  const days = refreshWindowSeconds === undefined ? '' : `；登录后 ${refreshWindowSeconds / 86_400} 天内可换取新令牌`
  return `${tokenLifeSeconds / 3600} 小时${days}`
}

/** The operation that does this to a session. */
function way(api: DocumentedApi, effect: 'opens' | 'renews' | 'closes'): string {
  const operation = api.operations.find(({ session }) => session?.[effect] !== undefined)
  if (operation === undefined) return effect === 'closes' ? '没有此接口，到期失效' : '没有此接口，到期后重新登录'
  return `<a href="${anchor(api, operation)}"><code>${operation.method} ${operation.path}</code></a>`
}

function operationItem(api: DocumentedApi, operation: DocumentedOperation): string {
  const { method, path, summary } = operation
  return `<li><a href="${anchor(api, operation)}"><b class="method ${method.toLowerCase()}">${method}</b> <code>${escape(path)}</code> <span>${escape(summary)}</span></a></li>`
}
