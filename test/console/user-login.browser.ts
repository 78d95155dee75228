import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { operations } from '../../src/console/user-login/operations.ts'
import { profileWriter } from '../../src/accounts/profile.js'
import { createAccount } from '../../src/accounts/register.js'
import { userLoginRealm } from '../../src/realms/user-login.js'
import { realmContext } from '../../src/server/context.js'
import { freshEmail, PASSWORD, signedUp, tokenEnding } from '../support/accounts.js'
import { assertAccessible, LOOKS } from './support/access.js'
import { keepToken, logIn, useJourneys } from './support/journey.js'
import { uncalled } from './support/operations.js'
import { testOwnSessions } from './support/own-sessions.js'

const NEW_PASSWORD = 'battery staple'
const PROFILE = { first_name: '', last_name: '', phone_number: '' }

describe('user-login in the console', () => {
  const journeys = useJourneys('user-login')
  const signUp = async (): Promise<string> => {
    const account = { name: freshEmail(), password: PASSWORD, also: profileWriter(PROFILE) }
    return (await createAccount(realmContext(journeys.server.context, userLoginRealm), account)).name
  }

  it('registers an account, which then logs in and reads its profile', async () => {
    const email = freshEmail()
    const { page, troubles } = await journeys.open('login')
    await page.getByRole('link', { name: '注册' }).click()
    await page.getByRole('button', { name: '注册' }).click()
    await page.getByText('必填').nth(1).waitFor()
    await page.getByLabel('邮箱').fill('user@example.com')
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByLabel('姓', { exact: true }).fill('张')
    await page.getByRole('button', { name: '注册' }).click()
    await page.getByText('该邮箱已注册').waitFor()
    await page.getByLabel('邮箱').fill(email)
    await page.getByRole('button', { name: '注册' }).click()
    await page.getByText('注册成功，请登录').waitFor()
    assert.equal(await page.getByLabel('邮箱').inputValue(), email)
    await logIn(page, email, PASSWORD)
    await page.getByRole('definition').filter({ hasText: '张' }).waitFor()
    await page.getByRole('definition').filter({ hasText: '无' }).first().waitFor()
    assert.deepEqual(troubles, [])
  })

  it('translates refusals, which the API words in English', async () => {
    const { page } = await journeys.open('login')
    await page.getByLabel('邮箱').fill('user@example.com')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '邮箱或密码错误' }).waitFor()
  })

  it('reads the profile from the old address too, and renews the session', async () => {
    const { page } = await journeys.enter('me')
    await page.getByText('旧地址', { exact: true }).click()
    const old = page.waitForResponse(/\/api\/me$/)
    await page.getByRole('button', { name: '从旧地址读取' }).click()
    assert.equal((await old).status(), 200)
    const sessions = page.getByRole('region', { name: '登录会话' }).getByRole('listitem')
    await sessions.filter({ hasText: '当前会话' }).waitFor()
    // Several in one second, so that some of the tokens end at the same time.
    for (let times = 0; times < 5; times += 1) {
      const read = page.waitForResponse((response) => /\/sessions$/.test(response.url()))
      await page.getByRole('button', { name: '续期' }).click()
      assert.equal((await read).status(), 200)
    }
    await page.getByText('已续期').first().waitFor()
    await sessions.filter({ hasText: '当前会话' }).getByText('最近续期').waitFor()
  })

  it('says that the session ends soon, and renews it', async () => {
    const name = freshEmail()
    const { account } = await signedUp(journeys.server, userLoginRealm, { name })
    const { page } = await journeys.enter('me', { name, password: PASSWORD })
    await page.getByRole('definition').filter({ hasText: name }).waitFor()
    await keepToken(page, 'user-login', tokenEnding(journeys.server, userLoginRealm, account, 100))
    await page.reload()
    await page.getByText('登录即将过期').waitFor()
    await page.locator('.bar').getByRole('button', { name: '续期' }).click()
    await page.getByText('登录即将过期').waitFor({ state: 'detached' })
  })

  for (const address of ['reset_password', 'reset-password']) {
    it(`changes the password at ${address}, which ends the session`, async () => {
      const name = await signUp()
      const { page } = await journeys.enter('me', { name, password: PASSWORD })
      await page.getByRole('link', { name: '修改密码' }).click()
      const fill = async (old: string, next: string, again: string): Promise<void> => {
        await page.getByLabel('当前密码').fill(old)
        await page.getByLabel('新密码', { exact: true }).fill(next)
        await page.getByLabel('再输一次新密码').fill(again)
      }
      await page.getByText('请求地址').first().click()
      await page.getByRole('combobox', { name: '请求地址' }).selectOption(address)
      await fill('wrong', NEW_PASSWORD, PASSWORD)
      await page.getByRole('button', { name: '修改密码' }).click()
      await page.getByText('两次输入的密码不一致').waitFor()
      await fill('wrong', NEW_PASSWORD, NEW_PASSWORD)
      await page.getByRole('button', { name: '修改密码' }).click()
      await page.getByText('当前密码不正确').waitFor()
      await fill(PASSWORD, NEW_PASSWORD, NEW_PASSWORD)
      await page.getByRole('button', { name: '修改密码' }).click()
      await page.getByText('密码已修改，请用新密码登录').waitFor()
      await logIn(page, name, NEW_PASSWORD)
      await page.getByRole('definition').filter({ hasText: name }).waitFor()
    })
  }

  it('logs out after a confirmation', async () => {
    const name = await signUp()
    const { page } = await journeys.enter('me', { name, password: PASSWORD })
    await page.getByRole('button', { name }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '用户登录系统' }).waitFor()
    await page.goto(`${journeys.server.origin}/console/#/user-login/me`)
    await page.getByLabel('密码', { exact: true }).waitFor()
  })

  for (const look of LOOKS) {
    it(`has nothing that axe finds, ${look.theme} at ${look.width} pixels`, async () => {
      const { page } = await journeys.open('register', look)
      await assertAccessible(page, 'register')
      await page.getByRole('link', { name: '已有账号，去登录' }).click()
      await page.getByRole('link', { name: '修改密码' }).click()
      await page.getByText('请求地址').first().click()
      await assertAccessible(page, 'reset-password')
      await page.getByRole('link', { name: '去登录' }).click()
      await logIn(page, 'user@example.com', 'currentpassword')
      await page.getByRole('definition').first().waitFor()
      await assertAccessible(page, 'me')
    })
  }

  testOwnSessions(journeys, 'user-login')

  after(() => assert.deepEqual(journeys.missing(), uncalled(operations)))
})
