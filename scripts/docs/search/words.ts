/** Words that people type for one another. Found by such a word, a text counts for less. */
const SYNONYMS: Record<string, string[]> = {
  登陆: ['登录'],
  登入: ['登录'],
  注销: ['登出', '退出'],
  登出: ['退出'],
  退出: ['登出'],
  新增: ['添加', '创建'],
  新建: ['添加', '创建'],
  创建: ['添加'],
  移除: ['删除'],
  更新: ['修改', '编辑'],
  编辑: ['修改'],
  修改: ['编辑'],
  账号: ['账户', '用户'],
  帐号: ['账户', '用户'],
  报错: ['错误'],
  token: ['令牌'],
  令牌: ['token'],
  login: ['登录'],
  logout: ['退出', '登出'],
  password: ['密码'],
  error: ['错误']
}

/** The dictionaries of browsers do not have all of them. */
const KNOWN = new RegExp(`(${Object.keys(SYNONYMS).join('|')})`)
const HAN = /\p{Script=Han}/u
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined

/** Words as they are searched for: Chinese by the dictionary of the browser, all others between blanks and marks. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => (HAN.test(run) ? segmentsOf(run) : [run]))
}

/** Words as they are indexed: parts of identifiers and single Chinese characters beside them, so that parts are found. */
export function termsOf(text: string): string[] {
  const parts = text.replace(/([a-z])([A-Z])/g, '$1 $2')
  const words = [...wordsOf(text), ...(parts === text ? [] : wordsOf(parts))]
  return [...words, ...words.filter((word) => word.length > 1 && HAN.test(word)).flatMap((word) => [...word])]
}

export function synonymsOf(word: string): string[] {
  return SYNONYMS[word] ?? []
}

/** Its characters, where it is Chinese. */
export function charactersOf(word: string): string[] {
  return HAN.test(word) ? [...word] : [word]
}

function segmentsOf(run: string): string[] {
  return run.split(KNOWN).flatMap((part) => {
    if (part === '') return []
    if (part in SYNONYMS) return [part]
    if (segmenter === undefined) return [...part]
    return [...segmenter.segment(part)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
  })
}
