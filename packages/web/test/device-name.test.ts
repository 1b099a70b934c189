import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceName } from '../src/settings/device-name.ts'

test('WEB-381 a device is called by its browser and its system', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  const cases: [userAgent: string, browser: string, system: string][] = [
    [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/141.0.0.0 Safari/537.36`, 'Chrome', 'Linux'],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/141.0.0.0 Safari/537.36`, 'Chrome', 'ChromeOS'],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
      'Edge',
      'Windows',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox', 'macOS'],
    [`Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/141.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.0.0 Mobile/15E148 Safari/604.1',
      'Chrome',
      'iPadOS',
    ],
  ]
  for (const [userAgent, browser, system] of cases) assert.deepEqual(deviceName(userAgent), { browser, system })
})

test('WEB-381 what is no browser is called what it calls itself', () => {
  for (const userAgent of ['', 'natter-cli/0.1.0', 'node', 'Linux', 'Chrome on Android']) {
    assert.equal(deviceName(userAgent), undefined, userAgent)
  }
})
