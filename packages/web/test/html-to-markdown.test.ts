import assert from 'node:assert/strict'
import { test } from 'node:test'
import { htmlToMarkdown } from '../src/composer/paste/html-to-markdown.ts'

test('WEB-199 rich text becomes the marks of a message', () => {
  const cases: [html: string, markdown: string][] = [
    ['a <b>bold</b> and <em>slanted</em> <del>gone</del>', 'a **bold** and _slanted_ ~~gone~~'],
    ['<p>one</p><p>two <strong>three </strong>four</p>', 'one\n\ntwo **three** four'],
    ['<h2>Title</h2><p>Text</p>', '**Title**\n\nText'],
    ['<a href="https://a.example/x?a=1&amp;b=2">here</a>', '[here](https://a.example/x?a=1&b=2)'],
    ['<a href="https://a.example/">a.example</a> <b>x</b>', 'https://a.example/ **x**'],
    ['<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>', '- one\n- two\n  - three'],
    ['<ol start="3"><li><p>one</p></li><li>two</li></ol>', '3. one\n4. two'],
    ['<ul><li>one</li><ul><li>Google</li></ul></ul>', '- one\n  - Google'],
    ['<pre><code>if (a &lt; b) {\n  c()\n}</code></pre>', '```\nif (a < b) {\n  c()\n}\n```'],
    ['use <code>npm i</code> now', 'use `npm i` now'],
    ['<blockquote><p>wise</p><p>words</p></blockquote>after', '> wise\n> \n> words\n\nafter'],
    ['<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>', '| a | b\\|c |\n| --- | --- |\n| 1 |  |'],
    ['<b style="font-weight:normal"><span style="font-weight:700">x</span> y</b>', '**x** y'],
    ['<i>a <b>b</b></i>', '_a_ _**b**_'],
    ['<b>Note:</b>this, <b>but: </b>that, (<b>so</b>) 日<b>本</b>語', 'Note:this, **but:** that, (**so**) 日**本**語'],
    ['half<b>way</b> and <b>whole</b>', 'halfway and **whole**'],
    ['<div>one</div><div><b>two</b><br>three</div>', 'one\n**two**\nthree'],
    ['<p>&#x41;&#66;&hellip;&unknown; <b>x</b>', 'AB…&unknown; **x**'],
  ]
  for (const [html, markdown] of cases) assert.equal(htmlToMarkdown(html), markdown, html)
})

test('WEB-199 what says no more than its plain text is left to the browser', () => {
  const code = '<div style="font-family: monospace;white-space: pre;"><div><b>const</b> a</div></div>'
  for (const html of [
    'plain',
    '<p>one</p><p>two</p>',
    '<span style="color:red">x</span>',
    code,
    '',
    '<b></b>',
    '<b>a</b>b',
    '<ul></ul>',
  ]) {
    assert.equal(htmlToMarkdown(html), undefined, html)
  }
  assert.equal(htmlToMarkdown(`<b>x</b>${'y'.repeat(400_000)}`), undefined)
})

test('WEB-200 nothing of the clipboard runs, loads, or leads elsewhere: only text and http(s) links come out', () => {
  const corpus = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<style>*{background:url(https://evil.example)}</style>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href=" vbscript:x">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<a href="https://good.example" onclick="alert(1)">x</a>',
    '<form action=https://evil.example><input></form>',
    '<base href=https://evil.example>',
    '<textarea></p><script>alert(1)</script></textarea>',
  ]
  for (const html of corpus) {
    const markdown = htmlToMarkdown(`${html}<b>end</b>`) ?? ''
    assert.doesNotMatch(markdown, /javascript:|data:|vbscript:|evil|alert|onerror|<script|<img/i, html)
  }
  assert.equal(htmlToMarkdown('<a href="https://evil.example">https://good.example</a>'), 'https://evil.example')
  assert.equal(htmlToMarkdown('&lt;script&gt;<b>x</b>'), '<script>**x**')
})

test('WEB-200 hostile HTML is read in a bounded time', () => {
  const hostile = [
    '<b>'.repeat(100_000),
    '<'.repeat(300_000),
    `<a ${'x '.repeat(150_000)}`,
    `<a ${'x="'.repeat(80_000)}`,
    '<!--'.repeat(70_000),
    '<li>'.repeat(50_000),
    '<table>'.repeat(40_000),
    '<script>'.repeat(30_000),
    `<p>${'&'.repeat(300_000)}`,
    ' '.repeat(390_000),
    `<p>${'*_`'.repeat(100_000)}<b>x</b>`,
    '</p>'.repeat(90_000),
    `<b>${'a b '.repeat(90_000)}</b>`,
  ]
  for (const html of hostile) {
    const startedAt = performance.now()
    htmlToMarkdown(html)
    const tookMs = performance.now() - startedAt
    assert(tookMs < 2_000, `${html.slice(0, 20)}… took ${tookMs} ms`)
  }
})
