import { isRefusal, refuse } from '@natter/protocol'
import type { Refusal } from '@natter/protocol'
import { decodeJson, refusedInput } from '@natter/protocol/schemas'
import type { JsonBounds } from '@natter/protocol/schemas'
import type { z } from 'zod'

export interface BodyBounds extends JsonBounds {
  bytesMax: number
}

/** `charset` may be named, if it is the only one JSON has. */
const JSON_TYPE = /^application\/json(?:\s*;\s*charset=(?:utf-8|"utf-8"))?$/i

/**
 * Reads a JSON body against a schema; no body is `{}`. A form of a foreign page cannot send the content type, so it cannot
 * send a body that is taken.
 */
export async function readBody(
  request: Request,
  schema: z.ZodType,
  bounds: BodyBounds,
): Promise<{ body: unknown } | Refusal> {
  const type = request.headers.get('content-type')
  if (type !== null && !JSON_TYPE.test(type.trim())) return notJson()
  if (!['', 'identity'].includes(request.headers.get('content-encoding') ?? '')) {
    return refuse('bad_request', 'Send the body as it is, without a Content-Encoding.')
  }
  const text = await readText(request, bounds.bytesMax)
  if (isRefusal(text)) return text
  if (text !== '' && type === null) return notJson()
  const decoded = text === '' ? { value: {} } : decodeJson(text, bounds)
  if (isRefusal(decoded)) return decoded
  const parsed = schema.safeParse(decoded.value)
  return parsed.success ? { body: parsed.data } : refusedInput(parsed.error.issues)
}

/** Counts while it reads, so that a length that lies, or is not there, costs no memory. */
async function readText(request: Request, bytesMax: number): Promise<string | Refusal> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) return tooLarge(bytesMax)
  if (request.body === null) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Not cancelled when it is too large: that would cut the connection before the answer has gone out.
  const reader = (request.body as ReadableStream<Uint8Array>).getReader()
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      bytes += step.value.byteLength
      if (bytes > bytesMax) return tooLarge(bytesMax)
      chunks.push(step.value)
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks))
  } catch (error) {
    // What the decoder throws, and what a stream does whose sender has gone.
    if (error instanceof TypeError || request.signal.aborted) {
      return refuse('bad_request', 'The body is not valid UTF-8, or it ended too early.')
    }
    throw error
  } finally {
    reader.releaseLock()
  }
}

function notJson(): Refusal {
  return refuse('bad_request', 'Send JSON, with "Content-Type: application/json".')
}

function tooLarge(bytesMax: number): Refusal {
  return refuse('too_large', `The body is larger than ${bytesMax} bytes.`)
}
