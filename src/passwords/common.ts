/** How many of the most common passwords are refused, of those with 8 or more characters. */
const COUNT = 3_000
const LENGTH = 8
/** What the five documents print as passwords: whoever reads them knows these. */
const PRINTED = [
  'zhou0914.',
  '123456',
  'admintest',
  'usertest',
  'currentpassword',
  'newpassword123',
  'new_password',
  'old_password',
  'yy'
]

let known: Promise<Set<string>> | undefined

/** Whether many people use this password, or the documents print it; compared after NFKC, without regard to case. */
export async function isCommonPassword(password: string): Promise<boolean> {
  known ??= readList()
  return (await known).has(password.normalize('NFKC').toLowerCase())
}

/** Read when the first password is set: some 50,000 words to unpack, which no start has to wait for. */
async function readList(): Promise<Set<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const byRank = dictionary['passwords-common'].filter((password) => password.length >= LENGTH)
  return new Set([...byRank.slice(0, COUNT), ...PRINTED])
}
