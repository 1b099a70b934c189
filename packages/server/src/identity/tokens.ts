import { createHmac, hash } from 'node:crypto'
import type { TokenHash } from '../ports/account-store.ts'

/** What a token is for. The prefix lets people and secret scanners tell. */
export type TokenKind = 'access' | 'refresh' | 'ticket' | 'invite'

const PREFIX: Record<TokenKind, string> = { access: 'nat_', refresh: 'nrt_', ticket: 'ntk_', invite: 'niv_' }
const TOKEN_BYTES = 32
/** 32 bytes in base64url. */
const BODY = /^[A-Za-z0-9_-]{43}$/

/** 256 unpredictable bits as text. */
export function mintToken(kind: TokenKind, random: (bytes: number) => Uint8Array): string {
  return `${PREFIX[kind]}${Buffer.from(random(TOKEN_BYTES)).toString('base64url')}`
}

/**
 * The tokens that follow on a refresh token: always the same ones, so that a client whose answer was lost and asks again,
 * or many that ask at once, get those that are in force, which are stored as hashes only. Without the secret they cannot
 * be guessed.
 */
export function nextTokens(presented: string, secret: Uint8Array): { accessToken: string; refreshToken: string } {
  return { accessToken: derive('access', presented, secret), refreshToken: derive('refresh', presented, secret) }
}

function derive(kind: TokenKind, presented: string, secret: Uint8Array): string {
  return `${PREFIX[kind]}${createHmac('sha256', secret).update(`${kind}\n${presented}`).digest('base64url')}`
}

/** What is stored of a token. It has 256 bits of its own, so neither salt nor a slow hash adds anything. */
export function hashToken(token: string): TokenHash {
  return hash('sha256', token, 'base64url')
}

/** Whether `text` has the shape of such a token; everything else is not worth a question to the store. */
export function isToken(kind: TokenKind, text: string): boolean {
  return text.startsWith(PREFIX[kind]) && BODY.test(text.slice(PREFIX[kind].length))
}

/** Whether `text` looks like a secret of this place, of any kind. */
export function looksLikeToken(text: string): boolean {
  return Object.values(PREFIX).some((prefix) => text.startsWith(prefix))
}
