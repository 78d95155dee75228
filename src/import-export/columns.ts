import type { FileColumns } from '../realms/file-columns.js'
import type { Realm } from '../realms/realm.js'

/** An account as a line of a file has it: its core, and the columns of its realm. */
export interface TransferredAccount {
  name: string
  /** bcrypt (`$2a$ $2b$ $2y$`) or argon2, as `$…$…`. */
  password_hash: string
  disabled?: boolean
  /** RFC 3339; when the account was made. */
  created_at?: string
  role_id?: number | undefined
  /** Name of the role, where the realm's roles have names. */
  role?: string
  [column: string]: unknown
}

/** Every column that a line of the realm may have, in the order in which an export writes them. */
export function columnsOf({ fileName, fileColumns }: Realm): FileColumns {
  return {
    name: fileName,
    password_hash: { type: 'string' },
    disabled: { type: 'boolean' },
    created_at: { type: 'string' },
    ...fileColumns
  }
}

/** The columns of the realm's own that its table of accounts has. */
export function storedColumns({ fileColumns, profile }: Realm): string[] {
  return Object.keys(fileColumns).filter((column) => column !== 'role' && !profile?.columns.includes(column))
}
