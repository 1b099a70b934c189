/** How a state is to look: parts of the address, or what a test asks for. */
export interface StateLooks {
  theme?: string | undefined
  density?: string | undefined
  language?: string | undefined
}
