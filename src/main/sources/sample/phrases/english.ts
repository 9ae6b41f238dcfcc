import { a, c, script, withFile } from './phrasebook.ts'
import type { Phrasebook } from './phrasebook.ts'

export const english: Phrasebook = {
  language: 'en',
  scripts: [
    script(
      'Delivery status',
      c('[Hi|Hello|Hey there], any news on order {order}? Tracking hasn’t moved since {past}.'),
      a(
        'Hi {name}, {agent} here. [Let me check.|One second.] It was held at customs and got released this morning. You should have it by {day}.',
      ),
      c('[Great, thanks!|Ok, fingers crossed 🤞|Lovely, thank you]'),
    ),
    script(
      'Delivery status',
      c(
        'Can I still change the address for {order}? [I’ll be travelling from {day}.|I just noticed the old one is on it.]',
      ),
      a('Yes, it hasn’t left yet. Where should it go?'),
      c('[To my office|To my sister’s], {number} High Street, {city}'),
      a('Done. You’ll get a new confirmation by email in a minute.'),
    ),
    script(
      'Delivery status',
      c('My parcel arrived soaked and the box was open. {order}'),
      withFile(c('[see photo|this is how it looked]'), 'image', 'IMG_{number}.jpg'),
      a('Oh no, sorry about that, {name}. Is {gear} itself damaged?'),
      c('[No, it’s fine, only the box.|A bit wet but ok I think]'),
      a('Good to hear. I’ve filed it with the carrier. If anything turns up later, just write here.'),
    ),
    script(
      'Returns and refunds',
      c('How do I return {gear}? Bought it two weeks ago, order {order}'),
      a('Easy, {name}: label attached, drop it at any DHL point. You have 30 days.'),
      withFile(a('Return label'), 'document', 'return-label-{number}.pdf'),
      c('[Brilliant, cheers|Thanks, will do on {day}]'),
    ),
    script(
      'Returns and refunds',
      c('I sent everything back ten days ago and there is still no refund. {amount} isn’t nothing.'),
      a(
        'You’re right to ask, {name}. I can see the parcel was scanned on {past}; the refund is now approved and takes 2–3 working days.',
      ),
      c('[Ok. Please make sure this time.|Thanks for sorting it.]'),
    ),
    script(
      'Returns and refunds',
      c('I got the wrong item, ordered {gear} and received a stove 😅'),
      a(
        'That’s quite a mix-up! Keep the stove aside, I’m sending the right one today and a label for the other.',
      ),
      c('[Haha ok, thank you|Great service, thanks]'),
    ),
    script(
      'Product advice',
      c('Hi, is the {pack} [in stock in green|good for winter camping|carry-on size]?'),
      a('Hi {name}! [Yes it is.|It is, with one caveat: pack light.] Shall I send you the measurements?'),
      c('[Yes please|That would help]'),
      a('58 × 30 × 22 cm, 1.4 kg. The lid comes off too, which saves 200 g.'),
      c('[Perfect, ordering now|Thanks!]'),
    ),
    script(
      'Product advice',
      c('What would you wear for Scotland in October, {wear} or something warmer?'),
      a('{wear} as the outer layer and a light fleece below. It’s the wind more than the cold up there.'),
      c('[Makes sense, thank you|Good tip 👍]'),
    ),
    script(
      'Size and fit',
      c('I’m between {size} and {other} in {wear}. Which one?'),
      a('Go for {other} if you layer, {size} if you wear it over a shirt. Most people take {other}.'),
      c('[{other} it is, thanks|Great, thanks]'),
    ),
    script(
      'Size and fit',
      c('The Kjerag boots rub at the heel after an hour. Is {boot} too big?'),
      a('Possibly. Does your heel lift when you go uphill?'),
      c('Yes, a little'),
      a('Then you want the narrow last in the same size. I can swap them, worn indoors is fine.'),
      c('[Yes please, let’s do that|Great, thank you]'),
    ),
    script(
      'Payment',
      c('I was charged twice for {order}. Two times {amount}!'),
      withFile(c('statement'), 'image', 'Screenshot_{number}.png'),
      a(
        'Thank you, {name}. One of the two is only a reservation and drops off within 5 days, I’ve asked the bank to speed it up.',
      ),
      c('[Ok good|Alright, I’ll keep an eye on it]'),
    ),
    script(
      'Payment',
      c('Can I get an invoice with our VAT number for {order}?'),
      withFile(a('Of course, here it is.'), 'document', 'invoice-NL-{number}.pdf'),
      c('[Thanks, that was quick|Perfect]'),
    ),
    script(
      'Warranty',
      c('[Any update on the replacement tent pole?|A pole of my {tent} snapped on the first night.] {order}'),
      a('Hi {name}, the spare left our workshop in {city} today, it should be with you on {day}.'),
      c('[Great, just in time|Thank you!]'),
    ),
    script(
      'Warranty',
      withFile(c('The seam of {wear} is coming apart after one season'), 'image', 'IMG_{number}.jpg'),
      a('That’s on us, {name}. We repair it free of charge or send a new one, which do you prefer?'),
      c('[A new one please|Repair is fine, less waste]'),
      a('All set, the details are in your inbox.'),
    ),
  ],
  outage: [
    script(
      'Delivery status',
      c('[Why is nothing moving?|It’s been “processing” for four days.] {order}'),
      a(
        'Hi {name}, our warehouse system in {city} went down this morning. Your order is safe and ships as soon as it’s back, most likely tomorrow.',
      ),
      c('[Not great, but thanks for telling me|I needed it for {day}…|ok]'),
    ),
  ],
  campaign: [
    script(
      'Product advice',
      c('[Does this include tents?|Is there a code I need?]'),
      a('It does, {name}, and no code is needed. It comes off in the basket.'),
      c('[Nice, thanks|Cool 😎]'),
    ),
    script(
      'Size and fit',
      c('Do you have {wear} in {size}?'),
      a('Yes, five left in {size}. Shall I put one aside for you?'),
      c('[Please!|No need, just ordered it. Thanks]'),
    ),
  ],
  settledByBot: [
    [
      'Where is my order {order}',
      'Your order {order} is on its way and expected on {day}. Did this help?',
      '[yes|Yes thanks|👍]',
    ],
    [
      'What are your opening hours?',
      'The team is here Mon–Fri 8–20, Sat 9–18, Sun 10–20, Berlin time.',
      '[thanks|ok thx]',
    ],
    [
      'How long do I have to return something?',
      'You have 30 days. Labels are under “My orders”.',
      '[Great|Thank you]',
    ],
  ],
  welcome: [
    'Welcome to Nordlicht Outdoor! We’ve got your message, someone will be with you in a moment. 🏔️',
    'Hi {name}, I’m Nordlicht’s assistant. Getting a person for you.',
  ],
  nudge: [
    'Hello?',
    'Anyone there?',
    'Still waiting…',
    'This is taking forever. Can somebody please answer?',
    'I’d like to speak to a manager.',
  ],
  insult: ['You are all idiots, honestly.', 'Are you lot stupid? You are a bunch of idiots.'],
  account: 'Please send the money to my account: GB82 WEST 1234 5698 7654 32',
  apology: ['So sorry for the wait, {name}. ', 'Thanks for your patience. '],
  later: [
    'I need to check that with the warehouse, I’ll get back to you [within three days|within a few days].',
    'Let me ask the maker about it. I’ll write as soon as I know more.',
  ],
  followUp: {
    order:
      'Hi {name}, the warehouse answered about {order}: [all sorted, it leaves today.|we’re sending a replacement at no cost.]',
    refund: 'Hi {name}, your return has been checked and {amount} is on its way back to you.',
  },
  thanks: ['Thank you so much!', 'Great, thanks for letting me know.', 'Cheers 😊', 'Ok thanks'],
  reopen: [
    'Hi again, it still hasn’t arrived I’m afraid.',
    'One more question about {order}…',
    'That didn’t work, could you have another look?',
  ],
  reopenAnswer: [
    'Hi {name}, of course. I had another look: [it’s fixed now.|delivery is confirmed for {day}.]',
  ],
  takeOver: [
    'Hi {name}, {agent} here, taking over from my colleague. ',
    'Hello, this is {agent}. I’ve read everything above. ',
  ],
  outreach: [
    [
      'Hi {name}, {agent} from Nordlicht. The colour in {order} is sold out. Would grey be all right?',
      'Yes, grey is fine.',
    ],
    ['Hello {name}, the house number is missing on {order}. Could you send it?', 'Sure, it’s {number}'],
  ],
  outreachThanks: ['Thanks {name}, it ships like that today.', 'Perfect, I’ve noted it. Have a good day!'],
  praise: ['Quick and friendly', 'Really helpful, thank you', 'Best support I’ve had in a while'],
  complaint: ['Waited far too long', 'Had to ask three times', 'Still not solved'],
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  amount: (euros) => `€${euros}.90`,
  templates: {
    spring_sale:
      'Hi {name}, season sale at Nordlicht: 25% off jackets and boots until Sunday. Reply STOP to opt out.',
    restock_alert: 'Hi {name}, {wear} is back, in your size too. Reply STOP to opt out.',
    tent_week:
      'Hi {name}, it’s tent week at Nordlicht: 20% off all tents and sleeping bags. Reply STOP to opt out.',
    follow_up: 'Hi {name}, there is news about your order {order}. Just reply to this message.',
  },
}
