/** The folder of the package: compiled code runs from `dist/src`, two levels below it. */
export const packageRoot = new URL('../../../', import.meta.url)
