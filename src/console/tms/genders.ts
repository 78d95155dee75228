import type { TmsSchemas } from 'quintet-sdk/tms'
import { t } from './texts.ts'

export type Gender = TmsSchemas['Gender']

export const GENDERS = ['男', '女', '保密'] as const satisfies readonly Gender[]

export const genderLabel = (gender: Gender): string => t(`gender.${gender}`)
