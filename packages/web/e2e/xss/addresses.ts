/** Addresses that must never become a link, an image or a request. */
export const ADDRESSES: readonly string[] = [
  'javascript:canary(1)',
  'JaVaScRiPt:canary(1)',
  ' javascript:canary(1)',
  '\u00a0javascript:canary(1)',
  '\u2028javascript:canary(1)',
  'java\tscript:canary(1)',
  'java\nscript:canary(1)',
  'javascript\t:canary(1)',
  'javascript&colon;canary(1)',
  'javascript&#58;canary(1)',
  'javascript&#0000058canary(1)',
  'java&Tab;script&colon;canary&lpar;1&rpar;',
  '&#106;avascript:canary(1)',
  '&#x6A;&#x61;vascript:canary(1)',
  '%6aavascript:canary(1)',
  'javascript%3Acanary(1)',
  'javascript://example.org/%0Acanary(1)',
  'javascript:/*https://example.org*/canary(1)',
  'data:text/html,<script>canary(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5jYW5hcnkoMSk8L3NjcmlwdD4=',
  'data:image/svg+xml,<svg onload=canary(1)>',
  'DATA:text/html;charset=utf-7,+ADw-script+AD4-canary(1)',
  'vbscript:canary(1)',
  'VBScript&#x3a;canary(1)',
  'view-source:javascript:canary(1)',
  'feed:javascript:canary(1)',
  'blob:https://evil.example/1',
  'filesystem:https://evil.example/1',
  'file:///etc/passwd',
  'jar:https://evil.example!/x.html',
  'mhtml:https://evil.example!x',
  'intent://evil.example#Intent;end',
  'https:javascript:canary(1)',
  'https://javascript:canary(1)@',
  '//evil.example/x',
  '\\\\evil.example\\x',
  '/\\evil.example',
]

/** The ways Markdown has to name an address. */
const WRAPPINGS: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => `[click me](${address})`,
  (address) => `[click me](<${address}> "title")`,
  (address) => `![picture](${address})`,
  (address) => `<${address}>`,
  (address) => `[click me][1]\n\n[1]: ${address}`,
  (address) => `**[_click_ me](${address})**`,
  (address) => `| a |\n| - |\n| [click me](${address}) |`,
]

export function addressPayloads(): string[] {
  return ADDRESSES.flatMap((address) => WRAPPINGS.map((wrap) => wrap(address)))
}
