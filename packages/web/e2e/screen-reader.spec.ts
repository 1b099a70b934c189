import { expect, test } from './fixtures.ts'
import { createRoom, joinRoom, openAppearance, say, twoPeople } from './people.ts'

test('WEB-31 WEB-292 news are told in sentences, the same words again too; or the timeline is a log, if one likes that better', async ({
  visit,
}) => {
  const { ana, ben } = await twoPeople(visit)
  await createRoom(ana, 'tea')
  await joinRoom(ben, 'tea')
  const sentence = ana.locator('[aria-live=polite] p')
  await say(ben, 'Tea?')
  await expect(sentence).toHaveText('Ben Okafor: Tea?')
  await sentence.evaluate((element) => (element.dataset['heard'] = 'yes'))
  await say(ben, 'Tea?')
  await expect(ana.locator('[data-heard]')).toHaveCount(0)
  await expect(sentence).toHaveText('Ben Okafor: Tea?')
  await expect(ana.getByRole('region', { name: 'Messages in tea' })).toBeVisible()

  await openAppearance(ana)
  await ana.getByLabel('Each as it stands (log)').check()
  await ana.keyboard.press('Escape')
  for (const visited of [1, 2]) {
    await expect(ana.getByRole('log', { name: 'Messages in tea' })).toContainText('Tea?')
    await expect(sentence).toHaveCount(0)
    if (visited === 1) await ana.reload()
  }
})
