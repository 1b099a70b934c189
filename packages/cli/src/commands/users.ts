import { Option } from 'commander'
import type { Command } from 'commander'
import type { AccountInfo, UserId } from '@natter/client'
import type { NatterAdmin } from '@natter/client/admin'
import { signedInAdmin } from '../connect.ts'
import type { PlaceOptions } from '../connect.ts'
import { CliError, EXIT } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { escapeLine } from '../output/escape.ts'
import { jsonLine } from '../output/json.ts'
import { table } from '../output/table.ts'
import type { Column } from '../output/table.ts'
import { whenIn } from '../output/when.ts'
import { helpAfter, placeCommand } from '../place-command.ts'

interface UsersOptions extends PlaceOptions {
  setRole?: 'admin' | 'member' | 'guest'
  disable?: boolean
  enable?: boolean
}

export function usersCommand(io: Io): Command {
  return placeCommand('users', 'List everybody who has an account, or change accounts (owner and admins)')
    .argument('[handles...]', 'only these people; changes need them')
    .addOption(new Option('--set-role <role>', 'what they may do here').choices(['admin', 'member', 'guest']))
    .addOption(new Option('--disable', 'sign them out everywhere and keep them out').conflicts('enable'))
    .option('--enable', 'let them in again')
    .addHelpText(
      'after',
      helpAfter(
        ['natter users', 'natter users ada kim --set-role admin', 'natter users mallory --disable'],
        JSON_SHAPE,
      ),
    )
    .action(async (handles: string[], options: UsersOptions, command: Command) => {
      const change = changeOf(options)
      if (change !== undefined && handles.length === 0)
        command.error('error: say whom to change: natter users <handles...>', { code: 'usage' })
      const admin = await signedInAdmin(io, options)
      const accounts = await findAccounts(admin, handles)
      await print(io, change === undefined ? accounts : await changeAll(admin, accounts, change), options)
    })
}

const JSON_SHAPE = '{"user": {"id","handle","name","kind","role"},"createdAt","disabledAt"?}'

interface Change {
  role?: 'admin' | 'member' | 'guest'
  disabled?: boolean
}

function changeOf({ setRole, disable, enable }: UsersOptions): Change | undefined {
  if (setRole === undefined && disable === undefined && enable === undefined) return undefined
  const disabled = disable === true ? { disabled: true } : enable === true ? { disabled: false } : {}
  return { ...(setRole === undefined ? {} : { role: setRole }), ...disabled }
}

/** Those asked for in the order asked, or all. */
async function findAccounts(admin: NatterAdmin, handles: string[]): Promise<AccountInfo[]> {
  const accounts = await allAccounts(admin)
  return handles.length === 0 ? accounts : handles.map((named) => accountNamed(accounts, named))
}

/** By how long they have been here. */
async function allAccounts(admin: NatterAdmin): Promise<AccountInfo[]> {
  const accounts: AccountInfo[] = []
  let after: UserId | undefined
  for (;;) {
    const page = await admin.users(after)
    accounts.push(...page.users)
    after = page.users.at(-1)?.user.id
    if (!page.more || after === undefined) return accounts.sort((a, b) => a.createdAt - b.createdAt)
  }
}

function accountNamed(accounts: AccountInfo[], named: string): AccountInfo {
  const handle = named.replace(/^@/, '').toLowerCase()
  const found = accounts.find(({ user }) => user.handle === handle)
  if (found === undefined)
    throw new CliError(EXIT.failure, 'not_found', `There is nobody called @${escapeLine(handle)} here.`)
  return found
}

/** Changes them one after the other, and answers with how they are now. */
async function changeAll(admin: NatterAdmin, accounts: AccountInfo[], change: Change): Promise<AccountInfo[]> {
  for (const { user } of accounts) await admin.setUser(user.id, change)
  return findAccounts(
    admin,
    accounts.map(({ user }) => user.handle),
  )
}

const COLUMNS: Column[] = [
  { title: 'HANDLE' },
  { title: 'NAME', flexible: true },
  { title: 'ROLE' },
  { title: 'SINCE' },
  { title: 'STATE' },
  { title: 'ID' },
]

async function print(io: Io, accounts: AccountInfo[], { json }: UsersOptions): Promise<void> {
  if (json === true) {
    for (const account of accounts) await io.out.write(jsonLine(account))
    return
  }
  const { day } = whenIn(io.timeZone)
  const rows = accounts.map(({ user, createdAt, disabledAt }) => [
    `@${user.handle}`,
    user.name,
    user.role,
    day(createdAt),
    disabledAt === undefined ? '' : 'disabled',
    user.id,
  ])
  await io.out.write(table(COLUMNS, rows, io.out.isTerminal ? io.out.columns : undefined))
}
