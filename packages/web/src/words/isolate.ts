/** Keeps a name of the other direction from turning round the sentence it is put into. Most names come back as they are. */
export function isolate(text: string, direction: 'ltr' | 'rtl'): string {
  return (direction === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).test(text)
    ? `${FIRST_STRONG_ISOLATE}${text}${END}`
    : text
}

const FIRST_STRONG_ISOLATE = '\u2068'
const END = '\u2069'
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const LEFT_TO_RIGHT =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Kana}\p{Script=Hangul}]/u
