import { z } from 'zod'

/** Longer than any password the server takes, so that it can say what is wrong before it hashes anything. */
const PASSWORD_FIELD_MAX = 4_096

/** As typed. The server's rules (8 characters to 1 024 bytes, not one of the most common) come after it. */
export const password = z.string().min(1).max(PASSWORD_FIELD_MAX)
