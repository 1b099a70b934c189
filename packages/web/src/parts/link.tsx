import type { AnchorHTMLAttributes } from 'preact'
import { useApp } from '../app/app-context.ts'
import { pathOf } from '../app/routes.ts'
import type { Route } from '../app/routes.ts'
import { isPlainClick } from './plain-click.ts'

type LinkProps = Pick<AnchorHTMLAttributes, 'class' | 'children' | 'dir' | 'title' | 'aria-current'> & {
  to: Route
}

/** A link inside the page: a real address for new tabs and for copying, a quick change on a plain click. */
export function Link({ to, ...rest }: LinkProps) {
  const { router } = useApp()
  const onClick = (event: MouseEvent): void => {
    if (!isPlainClick(event)) return
    event.preventDefault()
    router.go(to)
  }
  return <a {...rest} href={pathOf(to)} onClick={onClick} />
}
