import { isRoomId, isUserId } from '@natter/protocol'
import type { Announcement, Cursor, Member, Message, Room, RoomId, User, UserId, WireError } from '@natter/protocol'

/** Whether a value from outside has a shape. Schemas would be too heavy for a page; these check what the SDK and its users touch. */
export type Check = (value: unknown) => boolean

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object with these own fields, and these others where they are there. */
export function shape(need: Record<string, Check>, may: Record<string, Check> = {}): Check {
  const needs = Object.entries(need)
  const mays = Object.entries(may)
  return (value) =>
    isRecord(value) &&
    needs.every(([name, check]) => Object.hasOwn(value, name) && check(value[name])) &&
    mays.every(([name, check]) => !Object.hasOwn(value, name) || check(value[name]))
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check)
}

export function mapOf(check: Check): Check {
  return (value) => isRecord(value) && Object.values(value).every(check)
}

export const text: Check = (value) => typeof value === 'string'
export const flag: Check = (value) => typeof value === 'boolean'
export const amount: Check = (value) => Number.isFinite(value) && (value as number) >= 0
/** A safe integer from 0. */
export const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
/** A safe integer from 1. */
export const place: Check = (value) => count(value) && value !== 0
export const roomId = (value: unknown): value is RoomId => typeof value === 'string' && isRoomId(value)
export const userId = (value: unknown): value is UserId => typeof value === 'string' && isUserId(value)

export const isCursor = ((value) => Array.isArray(value) && count(value[0]) && text(value[1])) as (
  value: unknown,
) => value is Cursor

export const isMessage = shape(
  { seq: place, n: place, by: userId, at: amount, cid: text, text },
  { replyTo: place, reactions: mapOf(listOf(userId)), editedAt: amount, deletedAt: amount, pinnedAt: amount },
) as (value: unknown) => value is Message

export const isRoom = shape(
  {
    id: roomId,
    kind: text,
    createdAt: amount,
    createdBy: userId,
    head: isCursor,
    n: count,
    members: count,
    updatedSeq: count,
  },
  { name: text, topic: text, slug: text, archivedAt: amount, people: listOf(userId) },
) as (value: unknown) => value is Room

export const isMember = shape(
  { user: userId, role: text, joinedAt: amount },
  { readSeq: count, deliveredSeq: count },
) as (value: unknown) => value is Member

export const isUser = shape({ id: userId, handle: text, name: text, kind: text, role: text }, { avatar: text }) as (
  value: unknown,
) => value is User

export const isAnnouncement = shape({ id: text, text, by: userId, at: amount, untilAt: amount }) as (
  value: unknown,
) => value is Announcement

export const isWireError = shape({ code: text, message: text }, { retryAfterMs: amount, field: text }) as (
  value: unknown,
) => value is WireError
