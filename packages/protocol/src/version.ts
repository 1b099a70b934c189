/** Spoken in `hello`. A change that older clients could not live with raises it; `vectors/schema.json` shows every change. */
export const PROTOCOL_VERSION = 1
export const SUBPROTOCOL = 'natter.v1'
