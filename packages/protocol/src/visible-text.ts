/** Matches text that shows something: more than white space, controls, format characters, combining marks and blank letters. */
export const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Mn}\u115F\u1160\u2800\u3164\uFFA0]/u
