import type { RoomId } from '@natter/protocol'
import { useSignal } from '@preact/signals'
import { useApp } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActions } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { preferenceChange, roomPreference } from '../settings/room-preferences.ts'
import { addSection, renameSection } from '../sidebar/own-sections.ts'
import { SECTION_NAME_MAX, sectionsChange, sidebarWishes } from '../sidebar/sidebar-wishes.ts'
import { say } from '../words/say.ts'

/** What a section of the list is called; a new one takes `room` in at once. */
export function NameSection({ section, room }: { section: string | undefined; room: RoomId | undefined }) {
  const { settings, dialog, clock } = useApp()
  const { sections } = sidebarWishes(settings.all.value)
  const name = useSignal(sections.find(({ id }) => id === section)?.name ?? '')
  const close = (): void => void (dialog.value = undefined)
  const save = (event: Event): void => {
    event.preventDefault()
    if (section !== undefined) settings.set(sectionsChange(renameSection(sections, section, name.value)))
    else {
      const added = addSection(sections, name.value, clock.now())
      const { favourite: _, ...kept } = room === undefined ? {} : roomPreference(settings.all.value, room)
      const move = room === undefined ? {} : preferenceChange(room, { ...kept, section: added.id })
      settings.set({ ...sectionsChange(added.sections), ...move })
    }
    close()
  }
  return (
    <Dialog title={section === undefined ? say('sidebar.nameSection') : say('sidebar.renameSection')} onClose={close}>
      <form onSubmit={save}>
        <Field
          label={say('sidebar.sectionName')}
          required
          autoFocus
          maxLength={SECTION_NAME_MAX}
          value={name.value}
          onText={(text) => (name.value = text)}
        />
        <DialogActions>
          <Button onClick={close}>{say('app.cancel')}</Button>
          <Button type="submit" look="main" disabled={name.value.trim() === ''}>
            {section === undefined ? say('sidebar.create') : say('sidebar.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
