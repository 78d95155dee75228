import type { components } from '../../../generated/tms.ts'
import { t } from './texts.ts'

export type Gender = components['schemas']['Gender']

export const GENDERS = ['男', '女', '保密'] as const satisfies readonly Gender[]

export const genderLabel = (gender: Gender): string => t(`gender.${gender}`)
