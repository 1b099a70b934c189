import type {
  AccountCreate,
  Invite,
  InviteCreate,
  MeUpdate,
  Place,
  RoomsPage,
  SessionCreate,
  SessionId,
  SessionInfo,
  SignedIn,
  User,
  UserId,
  UsersPage,
} from '@natter/protocol'

/**
 * The calls over HTTP. All reject with a `NatterError`: the server's refusal with its `status`, or `network` when there was
 * no answer within 30 s.
 */
export interface NatterHttp {
  /** Makes an account and signs in. `invite` where the server wants one. */
  signUp(input: AccountCreate): Promise<SignedIn>
  signIn(input: SessionCreate): Promise<SignedIn>
  /** New tokens, for the refresh token or, in browsers, for its cookie. */
  renew(refreshToken?: string): Promise<SignedIn>
  signOut(): Promise<void>
  sessions(): Promise<SessionInfo[]>
  revokeSession(id: SessionId): Promise<void>
  me(): Promise<User>
  updateMe(change: MeUpdate): Promise<User>
  /** Needs no sign-in. */
  place(): Promise<Place>
  /** People whose handle or name begins with `query`; the next page after the last user of this one. */
  findUsers(query: string, after?: UserId): Promise<UsersPage>
  publicRooms(query?: string): Promise<RoomsPage>
  createInvite(input?: InviteCreate): Promise<Invite>
}
