import type { Context, Hono } from 'hono'
import { failure } from './answers.ts'
import { readRecordsBody, readWebhookBody, type BodyContent } from './body.ts'
import type { CollectorEnv, RouteContext } from './server.ts'
import { createSignatureCheck, type SignatureCheck } from './signature.ts'
import { ownerOf } from './tokens.ts'
import { describeTrouble, isStorageFull } from './trouble.ts'

const RETRY_AFTER_SECONDS = '30'
const LONGEST_CHALLENGE = 1_024

/** What comes in: Meta's handshake and webhooks, and records of the team's inbox tool. */
export function addIntakeRoutes(app: Hono<CollectorEnv>, context: RouteContext): void {
  const { settings } = context
  const signedByMeta = createSignatureCheck(settings.appSecrets)
  const signedByTool = createSignatureCheck(settings.recordsSecrets)

  app.get('/webhooks/whatsapp', (c) => {
    const {
      'hub.mode': mode,
      'hub.challenge': challenge = '',
      'hub.verify_token': token = '',
    } = c.req.query()
    const known = ownerOf([settings.verifyToken], token) !== null
    if (mode !== 'subscribe' || !known || challenge.length > LONGEST_CHALLENGE) {
      return c.json(
        failure(
          'denied',
          'This is not a handshake with the right verify token.',
          'Enter the value of FLOORWALKER_VERIFY_TOKEN in the webhook form.',
        ),
        403,
      )
    }
    return c.text(challenge)
  })

  app.post('/webhooks/whatsapp', async (c) => {
    const body = await signedBody(c, signedByMeta)
    if (body === null) return wrongSignature(c, context)
    const content = readWebhookBody(body, context.now())
    return (await store(context, c, content)) ?? c.body(null, 200)
  })

  app.post('/v1/records', async (c) => {
    const body = await signedBody(c, signedByTool)
    if (body === null) return wrongSignature(c, context)
    const content = readRecordsBody(body, context.now())
    const refused = await store(context, c, content)
    if (refused !== null) return refused
    const unreadable = content.events.filter((event) => event.unreadable).length
    return c.json({ stored: content.events.length, unreadable })
  })
}

/** The raw bytes, when the header signs them; null otherwise. Without a header the body is not even read. */
async function signedBody(c: Context, isSigned: SignatureCheck): Promise<Uint8Array | null> {
  const header = c.req.header('x-hub-signature-256')
  if (header === undefined) return null
  const body = new Uint8Array(await c.req.arrayBuffer())
  return isSigned(body, header) ? body : null
}

function wrongSignature(c: Context, { logger }: RouteContext): Response {
  logger.warn({ path: c.req.path }, 'a body without the right signature was refused')
  return c.json(
    failure(
      'denied',
      'The signature does not match the body; nothing was stored.',
      'Sign the raw body with the secret the collector knows, in X-Hub-Signature-256.',
    ),
    401,
  )
}

/** Stores durably. Answers null when it did, otherwise the refusal that makes the sender try again. */
async function store(context: RouteContext, c: Context, content: BodyContent): Promise<Response | null> {
  const { log, logger, writeHealth, onMediaWanted } = context
  const wanted = onMediaWanted === null ? [] : content.wanted
  if (content.events.length === 0) return null
  try {
    await log.append({ events: content.events, wanted, fetched: [] })
  } catch (error) {
    writeHealth.wrote(false)
    const full = isStorageFull(error)
    logger.error(
      { ...describeTrouble(error), notStored: content.events.length },
      full
        ? 'the disk is full: what arrives is answered 503, so Meta sends it again for days; free some space'
        : 'the log cannot be written: what arrives is answered 503, so Meta sends it again for days',
    )
    c.header('Retry-After', RETRY_AFTER_SECONDS)
    return c.json(
      failure(
        full ? 'full' : 'busy',
        `The collector's log ${full ? 'has no space left' : 'cannot be written'}; nothing of this body was stored.`,
        'Send it again later.',
      ),
      503,
    )
  }
  writeHealth.wrote(true)
  const unreadable = content.events.filter((event) => event.unreadable).length
  logger.info({ path: c.req.path, stored: content.events.length, unreadable, media: wanted.length }, 'stored')
  if (wanted.length > 0) onMediaWanted?.()
  return null
}
