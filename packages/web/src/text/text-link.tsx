import type { ComponentChildren } from 'preact'
import { parseRoute } from '../app/routes.ts'
import { Link } from '../parts/link.tsx'
import { MessageLink } from './room-link.tsx'

interface TextLinkProps {
  /** As typed. */
  text: string
  href: string
  label: ComponentChildren | undefined
}

/** A link in a message. What is opened can be seen: a label, and an address that looks like another one, is followed by where it leads. */
export function TextLink({ text, href, label }: TextLinkProps) {
  const url = new URL(href)
  const route = url.origin === location.origin ? parseRoute(url.pathname) : undefined
  if (route?.at === 'room' && (label === undefined || route.seq === undefined)) {
    return <MessageLink room={route.room} seq={route.seq} text={text} label={label} />
  }
  const where = (label !== undefined || isMistakable(text, url)) && (
    <span class="markup__host">({url.host || url.pathname})</span>
  )
  if (route?.at === 'room') {
    return (
      <Link to={route} title={href}>
        {label}
        {where}
      </Link>
    )
  }
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {label ?? text}
      {where}
    </a>
  )
}

/** Letters of another script that look like those of a known place, and a known place's name in front of an `@`. */
function isMistakable(typed: string, { host, username }: URL): boolean {
  return username !== '' || !typed.toLowerCase().includes(host)
}
