const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** What is wrong with this address for a webhook, in words; undefined where nothing is. Sends nothing. */
export async function flawOfUrl(text: string, insecure: boolean): Promise<string | undefined> {
  if (!URL.canParse(text)) return 'is no address'
  const { protocol, username, password, hash, hostname, port } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return 'begins with https://'
  if (username !== '' || password !== '') return 'has no name and no password in it: receivers check the signature'
  if (hash !== '') return 'has no part behind a #'
  if (protocol === 'http:' && !insecure && !LOOPBACK.test(hostname)) {
    return 'begins with https:// unless it is on this machine; --insecure sends entries unencrypted'
  }
  return (await isSentByFetch(text))
    ? undefined
    : `has a port that fetch refuses, which belongs to another protocol: ${port}`
}

/** The Fetch standard has ports that are never connected to (https://fetch.spec.whatwg.org/#port-blocking). */
async function isSentByFetch(url: string): Promise<boolean> {
  let dispatched = false
  const dispatcher = {
    dispatch(): never {
      dispatched = true
      throw new Error('not sent')
    }
  } as unknown as NonNullable<RequestInit['dispatcher']>
  await fetch(url, { dispatcher }).catch(() => {})
  return dispatched
}
