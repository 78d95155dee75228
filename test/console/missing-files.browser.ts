import { describe, it } from 'node:test'
import { useJourneys } from './support/journey.js'

describe('files of the console that cannot be loaded', () => {
  const journeys = useJourneys('julong')

  it('keep a view closed with the reason: the network is lost, or the server was upgraded', async () => {
    const { page } = await journeys.enter('users')
    const notice = page.locator('.notice-failed')
    const open = (view: string): Promise<void> => page.getByRole('link', { name: view }).click()
    await page.getByRole('table').waitFor()
    await page.context().setOffline(true)
    await open('角色列表')
    await notice.getByText('无法连接服务器').first().waitFor()
    await page.context().setOffline(false)
    await page.locator('.bar').filter({ hasText: '网络已断开' }).waitFor({ state: 'detached' })
    await page.route(/assets\/RolesView/, (route) => route.fulfill({ status: 404 }))
    await open('角色列表')
    const upgraded = notice.filter({ hasText: '服务器已更新' }).first()
    await upgraded.waitFor()
    await page.unroute(/assets\/RolesView/)
    await upgraded.getByRole('button', { name: '刷新' }).click()
    await page.getByRole('heading', { name: '用户', level: 1 }).waitFor()
    await open('角色列表')
    await page.getByRole('heading', { name: '角色', level: 1 }).waitFor()
  })

  it('are loaded at the next click where a dialog could not be opened before', async () => {
    const { page } = await journeys.enter('users?query=admin')
    const files = /assets\/(Confirm|Export)Dialog/
    await page.route(files, (route) => route.fulfill({ status: 404 }))
    const remove = page.getByRole('button', { name: '删除 admin' })
    const exporting = page.getByRole('button', { name: '导出' })
    for (const button of [remove, exporting]) {
      await button.click()
      await page.locator('.notice-failed').first().waitFor()
      await page.locator('.notice-failed').getByRole('button', { name: '关闭' }).first().click()
    }
    await page.unroute(files)
    for (const button of [remove, exporting]) {
      await button.click()
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
})
