/** A text as people search for it: without accents and without capitals. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .toLowerCase()
    .replaceAll(WHOLE, (letter) => LETTERS[letter] ?? letter)
}

const MARKS = /\p{M}/gu
/** Letters that are not taken apart by Unicode. */
const LETTERS: Partial<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
}
const WHOLE = /[ßøłđæœıþð]/g
