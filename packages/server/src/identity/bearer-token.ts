/** The token of an `Authorization: Bearer …` header; undefined where there is no such header or it is of another kind. */
export function bearerToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /^Bearer +([\x21-\x7e]{1,512})$/i.exec(header)?.[1]
}
