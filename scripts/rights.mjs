import { writeOperationTable } from './operation-table.mjs'

/**
 * Makes `<folder>/rights/<api>.ts`: the right that each operation needs, `x-right`, for the refusals that the console shows.
 *
 * @param {string} folder
 * @param {string} api
 */
export function writeRights(folder, api) {
  writeOperationTable('rights', folder, api, (operation) => operation['x-right'])
}
