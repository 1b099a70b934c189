import { useApp } from './app-context.ts'

/** The first heading of the page, for those who hear it, where the sidebar that shows it is not on screen. */
export function PlaceHeading() {
  const { place, isNarrow } = useApp()
  return isNarrow.value ? <h1 class="unseen">{place.name}</h1> : null
}
