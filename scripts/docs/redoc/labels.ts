/**
 * What Redoc has no option for, as [its code, ours, how often it occurs]: its labels, some colours, and a logo that it
 * would load from another server.
 */
const REPLACEMENTS: [string, string, number][] = [
  ['"Authorizations:"', '"鉴权："', 1],
  ['"Request Body schema: "', '"请求体："', 1],
  ['"Response Schema: "', '"响应体："', 1],
  ['" Response Headers "', '"响应头"', 1],
  ['null,t," Parameters")', 'null,({path:"路径参数",query:"查询参数",header:"请求头参数"})[t])', 1],
  ['null,"required")', 'null,"必填")', 2],
  ['null,"optional")', 'null,"选填")', 1],
  ['"Copied":"Not supported in your browser"', '"已复制":"浏览器不支持"', 1],
  ['open:r},"Copy")', 'open:r},"复制")', 1],
  ['nt("characters",', 'nt("个字符",', 1],
  ['nt("items",', 'nt("个元素",', 1],
  // Between the types that a value may have.
  ['" or "', '" 或 "', 7],
  ['` or ${', '` 或 ${', 1],
  ['"One of"', '"以下之一"', 2],
  ['null," Array ",o', 'null," 数组 ",o', 1],
  ['"No sample"', '"没有示例"', 1],
  // A response of any other status.
  ['this.code=t,', 'this.code="default"===t?"其他":t,', 1],
  ['1===t?"non-empty"', '1===t?"不能为空"', 1],
  ['`decimal places <= ${t.split(".")[1].length}`', '`最多 ${t.split(".")[1].length} 位小数`', 1],
  ['"Hide pattern":"Show pattern"', '"收起":"全部显示"', 1],
  ['" Expand all "', '"全部展开"', 1],
  ['" Collapse all "', '"全部收起"', 1],
  ['"Content type"', '"媒体类型"', 2],
  ['null,"Example"', 'null,"示例"', 1],
  ['label:"Payload"', 'label:"请求体"', 1],
  ['"Loading ..."', '"加载中……"', 1],
  ['" Deprecated "', '"已弃用"', 1],
  ['{type:"warning"},"Deprecated"', '{type:"warning"},"已弃用"', 1],
  ['"HTTP Authorization Scheme: "', '"HTTP 鉴权方案："', 1],
  ['"Bearer format: "', '"令牌格式："', 1],
  ['j(n.apiKey.in||"")," parameter name: "', '({header:"请求头",query:"查询参数"})[n.apiKey.in],"："', 1],
  ['apiKey:"API Key"', 'apiKey:"API 密钥"', 1],
  ['"Security Scheme Type: "', '"鉴权类型："', 1],
  ['"API docs by Redocly"', '"由 Redoc 生成"', 1],
  ['arrayOf:"Array of "', 'arrayOf:"数组："', 1],
  ['ariaLabel:"Example"', 'ariaLabel:"示例"', 1],
  ['"aria-label":`expand ${a}`', '"aria-label":`展开 ${a}`', 1],
  ['?"expand":"collapse"', '?"展开":"收起"', 2],
  ['"aria-label","collapse"', '"aria-label","收起"', 2],
  ['"aria-label","expand"', '"aria-label","展开"', 2],
  ['({delete:"del",options:"opts"}[e]||e)', 'e', 1],
  // All groups of the menu are open.
  ['collapse(){"group"!==this.type&&(this.expanded=!1)}', 'collapse(){}', 1],
  ['"group"===this.type&&(this.expanded=!0)}activate', 'this.expanded=!0}activate', 1],
  // Below the heading of an operation, which is of level 2.
  ['wi=ee.h5`', 'wi=ee.h3`', 1],
  // Colours that no option sets.
  ['color: rgba(38, 50, 56, 0.7)', 'color: var(--soft)', 1],
  ['solid rgba(38, 50, 56, 0.3)', 'solid var(--line)', 1],
  ['solid rgba(38, 50, 56, 0.5)', 'solid var(--edge)', 1],
  ['background: white;\n  color: #263238', 'background: var(--page);\n  color: var(--ink)', 1],
  ['background-color: white;', 'background-color: var(--page);', 1],
  ['background: #ffffff;', 'background: var(--page);', 1],
  ['table tr {\n    background-color: #fff;', 'table tr {\n    background-color: var(--page);', 1],
  ['color: #0e7c86;', 'color: var(--accent);', 1],
  ['color: #707070;', 'color: var(--soft);', 1],
  ['font-size: 0.929em;\n  color: black;', 'font-size: 0.929em;\n  color: var(--ink);', 1],
  ['1px solid #9fb4be', '1px solid var(--line)', 1],
  // The background of a chosen tab.
  ['background: ${({theme:e})=>e.rightPanel.textColor};', 'background: var(--tab);', 1],
  ['color: #777;', 'color: var(--soft);', 1],
  [
    'e.createElement("img",{alt:"redocly logo",onError:()=>r(!1),src:"https://cdn.redoc.ly/redoc/logo-mini.svg"})',
    'null',
    1
  ]
]

/** Redoc's code with our labels. Throws when a new version no longer has what is to be replaced. */
export function withLabels(original: string): string {
  return REPLACEMENTS.reduce((code, [theirs, ours, times]) => {
    const found = code.split(theirs).length - 1
    if (found !== times) throw new Error(`Redoc has ${theirs} ${found} times, not ${times}`)
    return code.replaceAll(theirs, () => ours)
  }, original)
}
