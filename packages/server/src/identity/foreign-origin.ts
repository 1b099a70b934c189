/** What a page hears whose origin is not allowed; the operator learns from it what to set. */
export function foreignOrigin(origin: string | undefined): string {
  const seen = origin === undefined ? 'there is none' : `not ${JSON.stringify(origin.slice(0, 200))}`
  return `A request with a cookie must come from a page of this place; its Origin says ${seen}. See NATTER_PUBLIC_URL and NATTER_ORIGINS.`
}
