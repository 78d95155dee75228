import { defineTexts } from './define-texts.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Texts of the shared parts of the console. */
export const t = defineTexts(zh, en)
