/**
 * What a server's Node is started with. A young generation of 8 MiB a half instead of 16: what is left of arrivals in it
 * costs a crowd of idle connections a few KiB each, and its pauses are half as long. Measured in bench/README.md.
 * @type {readonly string[]}
 */
export const SERVE_FLAGS = ['--max-semi-space-size=8']
