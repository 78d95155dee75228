const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** What is wrong with this address for a webhook, in words; undefined where nothing is. */
export function flawOfUrl(text: string, insecure: boolean): string | undefined {
  if (!URL.canParse(text)) return 'is no address'
  const { protocol, username, password, hash, hostname } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return 'begins with https://'
  if (username !== '' || password !== '') return 'has no name and no password in it: receivers check the signature'
  if (hash !== '') return 'has no part behind a #'
  if (protocol === 'http:' && !insecure && !LOOPBACK.test(hostname)) {
    return 'begins with https:// unless it is on this machine; --insecure sends entries unencrypted'
  }
  return undefined
}
