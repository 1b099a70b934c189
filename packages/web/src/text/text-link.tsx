import type { ComponentChildren } from 'preact'
import { parseRoute } from '../app/routes.ts'
import { MessageLink } from './room-link.tsx'

interface TextLinkProps {
  /** As typed. */
  text: string
  href: string
  label: ComponentChildren | undefined
}

/** A link in a message. What is opened can be seen: a label is followed by where it leads. */
export function TextLink({ text, href, label }: TextLinkProps) {
  const url = new URL(href)
  const route = url.origin === location.origin ? parseRoute(url.pathname) : undefined
  if (label === undefined && route?.at === 'room') return <MessageLink room={route.room} seq={route.seq} text={text} />
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {label ?? text}
      {label !== undefined && <span class="markup__host">({url.host || url.pathname})</span>}
    </a>
  )
}
