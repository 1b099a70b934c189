declare const content: unique symbol

/**
 * JSON text of a `T`, encoded once by the store, off the main thread, and spliced as it stands into replies and frames.
 */
export type Encoded<T> = string & { readonly [content]?: T }
