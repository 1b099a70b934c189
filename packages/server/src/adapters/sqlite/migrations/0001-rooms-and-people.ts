/** Rooms and their logs, people and their sessions. Times are milliseconds since the epoch. */
export const roomsAndPeople = `
create table place (
  epoch text not null,
  secret blob not null
) strict;

insert into place (epoch, secret) values (lower(hex(randomblob(8))), randomblob(32));

create table users (
  id text primary key,
  handle text not null unique,
  name text not null,
  -- The name in lower case, for looking people up.
  folded text not null,
  kind text not null,
  role text not null,
  password_hash text not null,
  created_at integer not null,
  disabled_at integer
) strict, without rowid;

create index users_owning on users (id) where role = 'owner';

create table rooms (
  id text primary key,
  kind text not null,
  name text,
  topic text,
  -- Name and topic in lower case, for looking rooms up.
  folded text not null,
  slug text,
  -- JSON list of user ids, of rooms whose people never change.
  people text,
  created_at integer not null,
  created_by text not null,
  archived_at integer
) strict, without rowid;

create index rooms_public on rooms (id) where kind = 'public';

-- What moves with every row of the log, apart from rooms so that a post rewrites a narrow row.
create table room_heads (
  room text primary key,
  seq integer not null,
  ref text not null,
  at integer not null,
  n integer not null,
  members integer not null,
  updated_seq integer not null,
  -- Time of the last message, or of the making: what the list of rooms is sorted by.
  moved_at integer not null
) strict, without rowid;

-- The truth. Rows lie in the order in which they were written, and an index finds those of a room: a batch of posts to
-- many rooms fills a few pages to the brim, where rows kept room by room would split one page each.
create table log (
  room text not null,
  seq integer not null,
  -- Random, to tell this row from another with the same seq in a log that was rolled back.
  ref text not null,
  -- Head of messages after this row; of a posted message its own n.
  n integer not null,
  -- See rows/kinds.ts.
  kind integer not null,
  actor text not null,
  cid text,
  -- Digest of what the cid was written with; null for posted messages, whose data tells, and once the row was cleared.
  print blob,
  -- The message that an edit, deletion or reaction is about.
  subject integer,
  at integer not null,
  -- JSON of what cannot be derived. Each version of a text stands exactly here.
  data text not null,
  primary key (room, seq)
) strict;

-- A cid counts once for ever. It stands first, so that new cids which begin with the time share a few pages: with
-- random ones each write dirties a page of its own, which is most of its cost.
create unique index log_once on log (cid, room, actor) where cid is not null;

create index log_subject on log (room, subject) where subject is not null;

-- How messages are now that were changed after they were posted, as a projection of the log: their text is in the log
-- row body_seq, or still in their own. A message that was only posted, or deleted, has no row: the log says it all.
create table changed_messages (
  room text not null,
  seq integer not null,
  body_seq integer,
  edited_at integer,
  -- JSON, as it travels.
  reactions text,
  primary key (room, seq)
) strict, without rowid;

create table members (
  room text not null,
  user text not null,
  role text not null,
  joined_at integer not null,
  joined_seq integer not null,
  read_seq integer not null,
  read_n integer not null,
  delivered_seq integer not null,
  primary key (room, user)
) strict, without rowid;

create index members_by_user on members (user, room);

-- Messages that mention somebody, for counting those after their read mark.
create table mentions (
  user text not null,
  room text not null,
  seq integer not null,
  primary key (user, room, seq)
) strict, without rowid;

create table user_heads (
  user text primary key,
  seq integer not null,
  ref text not null
) strict, without rowid;

create table user_log (
  user text not null,
  seq integer not null,
  ref text not null,
  at integer not null,
  type text not null,
  room text not null,
  -- Where the mark went, of inbox.readMoved.
  read_seq integer,
  read_n integer,
  primary key (user, seq)
) strict, without rowid;

create table sessions (
  id text primary key,
  user text not null,
  created_at integer not null,
  last_seen_at integer not null,
  expires_at integer not null,
  ends_at integer not null,
  device text not null,
  address text not null,
  access_hash text not null unique,
  refresh_hash text not null unique,
  parent_hash text,
  rotated_at integer
) strict, without rowid;

create index sessions_by_user on sessions (user);

-- Refresh tokens that were rotated away; presenting one ends its session. n counts within the session.
create table spent_tokens (
  hash text primary key,
  session text not null references sessions (id) on delete cascade,
  n integer not null
) strict, without rowid;

create unique index spent_tokens_by_session on spent_tokens (session, n);

create table tickets (
  n integer primary key,
  hash text not null unique,
  session text not null references sessions (id) on delete cascade,
  expires_at integer not null
) strict;

create index tickets_by_session on tickets (session, n);

create table invites (
  code_hash text primary key,
  by text not null,
  created_at integer not null,
  expires_at integer not null,
  uses integer not null
) strict, without rowid;

create table announcements (
  n integer primary key,
  id text not null,
  text text not null,
  by text not null,
  at integer not null,
  until_at integer not null
) strict;
`
