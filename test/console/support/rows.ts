import type { Locator, Page } from 'playwright-core'

export function rowOf(page: Page, text: string): Locator {
  return page.getByRole('row').filter({ hasText: text })
}

/** Answers a confirmation of this title by the button of this name; `typed` is what it asks to type. */
export async function answer(page: Page, title: string, button: string, typed?: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title })
  if (typed !== undefined) await dialog.getByRole('textbox').fill(typed)
  await dialog.getByRole('button', { name: button }).click()
  await dialog.waitFor({ state: 'detached' })
}
