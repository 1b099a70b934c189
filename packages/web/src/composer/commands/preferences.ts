import { preferenceChange, roomPreference, toggled } from '../../settings/room-preferences.ts'
import { say } from '../../words/say.ts'
import type { CommandCall, Outcome, SlashCommand } from './slash-command.ts'

export const mute: SlashCommand = {
  name: 'mute',
  usage: undefined,
  about: 'composer.muteAbout',
  run: (call) => setMuted(call, true),
}

export const unmute: SlashCommand = {
  name: 'unmute',
  usage: undefined,
  about: 'composer.unmuteAbout',
  run: (call) => setMuted(call, false),
}

export const favourite: SlashCommand = {
  name: 'favourite',
  usage: undefined,
  about: 'composer.favouriteAbout',
  run: ({ app: { settings }, room }) => {
    const preference = toggled(roomPreference(settings.all.value, room.id), 'favourite')
    settings.set(preferenceChange(room.id, preference))
    return { kind: 'done', tell: say(preference.favourite ? 'composer.favouriteDone' : 'composer.unfavouriteDone') }
  },
}

function setMuted({ app: { settings }, room }: CommandCall, isMuted: boolean): Outcome {
  const preference = roomPreference(settings.all.value, room.id)
  if ((preference.muted ?? false) !== isMuted) settings.set(preferenceChange(room.id, toggled(preference, 'muted')))
  return { kind: 'done', tell: say(isMuted ? 'composer.muteDone' : 'composer.unmuteDone') }
}
