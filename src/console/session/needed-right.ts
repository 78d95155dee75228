import { defineTexts, type Translate } from '../i18n/define-texts.ts'

const t = defineTexts(
  { needed: '{message}（此操作需要的权限：{right}）' },
  { needed: '{message} (the right that this needs: {right})' }
)

/** The message of a refusal with the right that the operation needs, of the table in `generated/rights`. */
export function withNeededRight<Right extends string>(
  message: string,
  right: Right | undefined,
  nameOf: Translate<Right>
): string {
  return right === undefined ? message : t('needed', { message, right: nameOf(right) })
}
