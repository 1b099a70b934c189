/** An object of JSON. */
export type Json = Record<string, unknown>

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Check = (value: unknown) => boolean

/** The simplest shapes: text, flag, amount (any number from 0), count (a safe integer from 0), place (from 1), object, list, and ids. */
const BASIC: Record<string, Check> = {
  t: (value) => typeof value === 'string',
  f: (value) => typeof value === 'boolean',
  a: (value) => Number.isFinite(value) && (value as number) >= 0,
  c: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  p: (value) => value !== 0 && fits('c', value),
  o: isRecord,
  l: Array.isArray,
  r: (value) => typeof value === 'string' && value.startsWith('rm_'),
  u: (value) => typeof value === 'string' && value.startsWith('us_'),
  cursor: tuple('ct'),
  mark: tuple('ucc'),
  digest: tuple('rccccc'),
}

/** An array of the simplest shapes, a letter each. */
function tuple(shapes: string): Check {
  return (value) => Array.isArray(value) && shapes.split('').every((shape, index) => fits(shape, value[index]))
}

/**
 * What must be right in what the server says: a shape a line, its names and its fields by what they must be. `?` may be
 * missing, `[]` a list of them, `{}` a map to them. `=` before a name: the reply to a command. Schemas would be too heavy for
 * a page; these, and the letters in them, take little place, and check what the SDK and its users touch.
 */
const LINES = `
error t:code,message a:retryAfterMs?
message p:seq,n,replyTo? u:by a:at,editedAt?,deletedAt? t:cid,text u[]{}:reactions?
room r:id t:kind,name?,topic? cursor:head c:n,members,updatedSeq u[]:people?
member u:user c:readSeq?
user u:id t:handle,name
message.posted|message.edited|message.deleted message:message
reaction.changed p:subject u[]{}:reactions
member.joined member:member c:members
member.left u:user c:members
member.updated member:member
room.updated room:details
inbox.roomAdded r:room room:details member:member
inbox.roomRemoved r:room
inbox.readMoved r:room c:readSeq,n,mentions?
inbox.settingsChanged o:settings
typing r:room u:by a:expiresInMs
receipts.moved r:room mark[]:marks
room.moved r:room c:seq,n,mentions?,ownAfterN? a:at room:details?
presence.changed|=presence.watch t{}:presence
user.changed user:user
announcement notice:announcement
notice t:id,text u:by a:at,untilAt
row t:type,ref p:seq
delta cursor:upTo l:events
reset cursor:upTo room:room member:member message[]:messages
userReset cursor:upTo mine[]:rooms o:settings
mine room:room member:member
outbox t:cid,text r:room p:replyTo? a:at,order u:by error:error?
=hello t:epoch a:nowAt,expiresAt,pingEveryMs a{}:limits user:self o:rooms digest[]:digest notice[]:announcements
=session.renew a:expiresAt
=sync o:rooms
=message.send p:seq,n t:ref a:at f:duplicate
=message.sendMany =message.send[]:items
=history message[]:messages f:more,moreAfter?
=read c:seq,n,mentions?
=settings.set c:seq t:ref f:duplicate
=receipts o[]:receipts f:more
=room.create|=room.update|=dm.open room:room
=members member[]:members user[]:users f:more
=users user[]:users
=rooms room[]:rooms
`

/** Name, and type and whether it may be missing, of each field, by the name of the shape. */
const SHAPES = new Map(
  LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const [names = '', ...groups] = line.split(' ')
      const fields = groups.flatMap((group) => {
        const [type = '', list = ''] = group.split(':')
        return list.split(',').map((field) => ({ type, name: field.replace('?', ''), isOptional: field.endsWith('?') }))
      })
      return names.split('|').map((name) => [name, fields] as const)
    }),
)

/** Whether a value has a shape. Any object has a shape that is not known. */
export function fits(shape: string, value: unknown): boolean {
  const of = shape.slice(0, -2)
  if (shape.endsWith('[]')) return Array.isArray(value) && value.every((each) => fits(of, each))
  if (shape.endsWith('{}')) return isRecord(value) && Object.values(value).every((each) => fits(of, each))
  // A type that comes from outside may have the name of something that every object has.
  if (Object.hasOwn(BASIC, shape)) return BASIC[shape]?.(value) === true
  return (
    isRecord(value) &&
    (SHAPES.get(shape) ?? []).every(({ type, name, isOptional }) => {
      const field = value[name]
      return field === undefined ? isOptional : fits(type, field)
    })
  )
}
