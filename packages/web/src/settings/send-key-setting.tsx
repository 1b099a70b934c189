import { useApp } from '../app/app-context.ts'
import { Choice } from '../parts/choice.tsx'
import { say } from '../words/say.ts'

/** Which key sends a message, on this device. Touch keyboards always send by the button. */
export function SendKeySetting() {
  const { sendKey, keys } = useApp()
  const choices = [
    { value: 'enter', label: say('composer.sendKeyEnter'), hint: say('composer.sendKeyEnterHint') },
    {
      value: 'mod+enter',
      label: say('composer.sendKeyMod', { mod: keys.isMac ? '⌘' : say('keys.cap.ctrl') }),
      hint: say('composer.sendKeyModHint'),
    },
  ] as const
  return (
    <Choice
      title={say('composer.sendKey')}
      choices={choices}
      value={sendKey.chosen.value}
      onChoose={(key) => sendKey.choose(key)}
    />
  )
}
