/** What colleagues write to each other beside a conversation. */
export const comments = {
  toColleagues: [
    'Kundin hat schon zweimal nachgefragt, bitte heute noch antworten.',
    'Paket hängt in {city}, DHL ist informiert.',
    'Asks about the second charge, see order {order}.',
    'Knows the case from last month, treat with care 🙂',
    'Customer reads English as well.',
    'Ersatzteil ist laut Lager ab Anfang der Woche da.',
    'Refund of {amount} approved, only the mail is missing.',
    'Möchte lieber tauschen als erstattet bekommen.',
    '客人比較急，請優先處理。',
    'Prefers the pick-up point, not home delivery.',
  ],
  toSupervisor: [
    '@Katrin Sommer Kunde möchte mit der Teamleitung sprechen.',
    '@Katrin Sommer can we offer a voucher here? Third delay on {order}.',
    '@Katrin Sommer bitte kurz draufschauen, {amount} Kulanz über meiner Grenze.',
    '@Katrin Sommer this one mentions a lawyer.',
  ],
} as const satisfies Record<string, readonly [string, ...string[]]>
