/** People's own settings, told in their own log, where a row needs no room any more; and what the place is called. */
export const settings = `
create table settings (
  user text not null,
  key text not null,
  -- JSON.
  value text not null,
  primary key (user, key)
) strict, without rowid;

alter table place add column name text;

create table user_rows (
  user text not null,
  seq integer not null,
  ref text not null,
  at integer not null,
  type text not null,
  -- The room it is about; null of inbox.settingsChanged.
  room text,
  -- Where the mark went, of inbox.readMoved.
  read_seq integer,
  read_n integer,
  -- Of inbox.settingsChanged: JSON list of keys, the cid it was written with, and a digest of what was written.
  keys text,
  cid text,
  print blob,
  primary key (user, seq)
) strict, without rowid;

insert into user_rows (user, seq, ref, at, type, room, read_seq, read_n)
select user, seq, ref, at, type, room, read_seq, read_n from user_log;

drop table user_log;

alter table user_rows rename to user_log;

create unique index user_log_once on user_log (user, cid) where cid is not null;
`
