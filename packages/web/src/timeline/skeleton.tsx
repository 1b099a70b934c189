/** Stands for messages that are on their way; unseen when they come quickly. */
export function Skeleton() {
  return (
    <div class="timeline__skeleton" aria-hidden="true">
      {WIDTHS.map((width, index) => (
        <i key={index} data-width={width} />
      ))}
    </div>
  )
}

const WIDTHS = ['wide', 'short', 'middle', 'wide', 'middle']
