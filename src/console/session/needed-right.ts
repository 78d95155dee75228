import { defineTexts, type Translate } from '../i18n/define-texts.ts'

const t = defineTexts(
  { needed: '{message}（此操作需要的权限：{right}）' },
  { needed: '{message} (the right that this needs: {right})' }
)

/**
 * Completes the message of a missing right by the one that the operation needs, of the table in `generated/rights`; `nameOf` names
 * it for the reader. A refusal with any other message has another reason.
 */
export function explainBy<Right extends string>(
  missing: string,
  rights: Readonly<Partial<Record<string, Right>>>,
  nameOf: Translate<Right>
): (message: string, operation: string) => string {
  return (message, operation) => {
    const right = rights[operation]
    return message !== missing || right === undefined ? message : t('needed', { message, right: nameOf(right) })
  }
}
