/** The libraries whose code or data is part of the page. */
export const BUNDLED = [
  { name: 'preact', licence: 'MIT', by: '© 2015-present Jason Miller' },
  { name: '@preact/signals', licence: 'MIT', by: '© 2022-present Preact Team' },
  { name: 'highlight.js', licence: 'BSD-3-Clause', by: '© 2006 Ivan Sagalaev' },
  { name: 'idb', licence: 'ISC', by: '© 2016 Jake Archibald' },
  { name: 'uqr', licence: 'MIT', by: '© Project Nayuki, 2023 Anthony Fu' },
  { name: 'emojibase-data', licence: 'MIT', by: '© 2017-2019 Miles Johnson' },
  { name: 'Unicode CLDR', licence: 'Unicode-3.0', by: '© 1991-present Unicode, Inc.' },
] as const
