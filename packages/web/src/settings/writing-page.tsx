import { useApp } from '../app/app-context.ts'
import { SEND_KEYS } from '../composer/send-key.ts'
import { keyCaps } from '../keys/show-chord.ts'
import { Choice } from '../parts/choice.tsx'
import { say } from '../words/say.ts'

/** Which key sends, on this device. */
export function WritingPage() {
  const { sendKey, keys } = useApp()
  const chord = (keyed: (typeof SEND_KEYS)[number]): string =>
    keyCaps(keyed === 'enter' ? 'Enter' : 'Mod+Enter', keys.isMac).join('+')
  return (
    <Choice
      title={say('settings.sendKey')}
      choices={SEND_KEYS.map((value) => ({
        value,
        label: say('settings.sendsBy', { keys: chord(value) }),
        hint: value === 'enter' ? say('settings.sendEnterHint') : say('settings.sendModHint'),
      }))}
      value={sendKey.chosen.value}
      onChoose={sendKey.choose}
    />
  )
}
