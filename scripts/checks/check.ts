/** A text file of the repository; the path is relative to its root, with forward slashes. */
export type TextFile = { path: string; text: string }

/** What checks look at. */
export type Tree = { root: string; files: TextFile[] }

/** One step of `npm run check`. It passes when it finds nothing; a finding is a sentence that begins with a place. */
export type Check = { name: string; run: (tree: Tree) => string[] | Promise<string[]> }
