import { base62 } from '@natter/protocol'

/** 12 of 62 characters: 71 bits. Nobody chose it, so the demo is no open door where others can reach it. */
const LENGTH = 12

export function newDemoPassword(random: (bytes: number) => Uint8Array): string {
  return base62(random(LENGTH), LENGTH)
}
