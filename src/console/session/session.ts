import { browserStore } from 'quintet-sdk'
import { ref, shallowRef, type ShallowRef } from 'vue'
import { serverUrl } from '../app/server-facts.ts'
import { draftsKey, isSameAccount, readAccount, writeAccount, type Account } from './account.ts'
import { Problem, retryAfterOf } from './problem.ts'
import { createRelogin } from './relogin.ts'
import { send, type Sent } from './send.ts'
import { onTabs, postToTabs } from './tabs.ts'
import { tokenEnd } from './token-end.ts'
import type { Reply, Session, SessionSettings, Success } from './types.ts'

/** Reads are sent again when the server is busy; writes never are. */
export const reading = { retry: { times: 2, seconds: 10 } }

export function createSession<Client>(settings: SessionSettings<Client>): Session<Client> {
  return new ApiSession(settings)
}

class ApiSession<Client> implements Session<Client> {
  readonly api: string
  readonly account: ShallowRef<Account | undefined>
  readonly replaced = shallowRef<string>()
  readonly blocked = shallowRef<string>()
  readonly mustEnrol = shallowRef(false)
  readonly generation = ref(0)
  readonly relogin = createRelogin()
  readonly ends = shallowRef<Date>()
  readonly canRenew: boolean
  readonly #tokens: ReturnType<typeof browserStore>
  readonly #client: Client
  readonly #logoutListeners = new Set<() => void>()

  constructor(readonly settings: SessionSettings<Client>) {
    this.api = settings.api
    this.account = shallowRef(readAccount(this.api))
    this.canRenew = settings.renew !== undefined
    this.#tokens = browserStore(`console-${this.api}`)
    this.#client = settings.createClient({ baseUrl: serverUrl, tokens: this.#tokens })
    this.#tokens.watch(() => void this.#readEnd())
    void this.#readEnd()
    onTabs((message) => {
      if (message.type === 'changed' || message.api !== this.api) return
      if (message.type === 'login') this.#accept(message.account)
      else this.#end()
    })
  }

  async isOpen(): Promise<boolean> {
    return this.account.value !== undefined && Boolean(await this.#tokens.get())
  }

  async logIn(name: string, password: string, code: string): Promise<void> {
    const { logIn, accountOf } = this.settings
    const { body } = await this.callOpen<Reply>((client) => logIn(client, name, password, code))
    const account = await accountOf(body, name, this.#client)
    this.update(account)
  }

  update(account: Account): void {
    writeAccount(this.api, account)
    postToTabs({ type: 'login', api: this.api, account })
    this.#accept(account)
  }

  async logOut(): Promise<boolean> {
    const isEnded = (await this.settings.logOut(this.#client).catch(() => undefined)) !== undefined
    await this.forget()
    return isEnded
  }

  async forget(): Promise<void> {
    await this.#tokens.clear()
    writeAccount(this.api, undefined)
    postToTabs({ type: 'logout', api: this.api })
    this.#end()
  }

  async renew(): Promise<void> {
    const { renew } = this.settings
    if (renew !== undefined) await this.call<Reply>(renew)
  }

  async call<Answer extends Reply>(work: (client: Client) => Promise<Answer>): Promise<Success<Answer>> {
    const sent = await send(this.#client, work)
    if (sent.answer.status !== 401) return this.#successOf(sent, true)
    // After a logout, in another tab too, nobody is to log in again over the view that is left.
    const outcome = this.account.value === undefined ? 'cancelled' : await this.relogin.ask()
    if (outcome === 'same') return this.callOpen(work)
    throw new Problem(outcome === 'other' ? 'other-account' : 'ended', { status: 401 })
  }

  async callOpen<Answer extends Reply>(work: (client: Client) => Promise<Answer>): Promise<Success<Answer>> {
    return this.#successOf(await send(this.#client, work))
  }

  onLogout(listener: () => void): () => void {
    this.#logoutListeners.add(listener)
    return () => void this.#logoutListeners.delete(listener)
  }

  #accept(next: Account): void {
    const before = this.account.value
    const isSame = before === undefined || isSameAccount(before, next)
    this.account.value = next
    this.blocked.value = undefined
    if (!isSame) {
      this.mustEnrol.value = false
      this.replaced.value = before.name
      sessionStorage.removeItem(draftsKey(this.api))
      this.generation.value += 1
    }
    this.relogin.settle(isSame ? 'same' : 'other')
  }

  async #readEnd(): Promise<void> {
    this.ends.value = tokenEnd(await this.#tokens.get())
  }

  #end(): void {
    this.account.value = undefined
    this.replaced.value = undefined
    this.mustEnrol.value = false
    sessionStorage.removeItem(draftsKey(this.api))
    this.relogin.settle('cancelled')
    for (const listener of this.#logoutListeners) listener()
  }

  async #successOf<Answer extends Reply>(
    { answer, operation }: Sent<Answer>,
    isOfSession = false
  ): Promise<Success<Answer>> {
    if (answer.ok) return answer as unknown as Success<Answer>
    const { status, body, headers, requestId } = answer
    const { refusalOf, explain } = this.settings
    const { isBlocked, mustEnrol = false, ...refusal } = refusalOf(body)
    if (mustEnrol) this.mustEnrol.value = true
    if (isOfSession && isBlocked === true) this.blocked.value = refusal.message
    else if (status === 403) refusal.message = (await explain?.(refusal.message, operation)) ?? refusal.message
    throw new Problem('refused', { ...refusal, status, requestId, retryAfter: retryAfterOf(headers) })
  }
}
