import type { User, UserId, UserRole } from '@natter/protocol'
import { query } from '../sql.ts'

export interface Account {
  user: User
  passwordHash: string
  disabledAt: number | undefined
}

export interface UserRow {
  id: UserId
  handle: string
  name: string
  kind: User['kind']
  role: UserRole
  password_hash: string
  disabled_at: number | null
}

/** Of `users u`. */
export const USER_COLUMNS = 'u.id, u.handle, u.name, u.kind, u.role, u.password_hash, u.disabled_at'

/** By the primary key. */
export const userById = query<UserRow>(`select ${USER_COLUMNS} from users u where u.id = ?`)

/** By the unique handle. */
export const userByHandle = query<UserRow>(`select ${USER_COLUMNS} from users u where u.handle = ?`)

/** By the primary key. */
export const anyUser = query<{ id: UserId }>('select id from users limit 1')

export function userOfRow({ id, handle, name, kind, role }: UserRow): User {
  return { id, handle, name, kind, role }
}

export function accountOfRow(row: UserRow): Account {
  return { user: userOfRow(row), passwordHash: row.password_hash, disabledAt: row.disabled_at ?? undefined }
}
