import { minuteOfDay, type Day } from '../promises.ts'
import type { SignalLexiconSource } from './lexicon.ts'

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
}
const count = String.raw`(\d{1,3}|${Object.keys(numbers).join('|')})`
const countOf = (word: string | undefined) => numbers[word ?? ''] ?? Number(word)
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const weekday = (name: string, index: number): readonly [RegExp, Day] => [
  new RegExp(String.raw` (?:on|by|until|before|next|this|coming) ${name} `),
  { kind: 'weekday', weekday: index },
]

export const english: SignalLexiconSource = {
  language: 'en',
  lists: {
    INSULT:
      'idiot|idiots|moron|morons|imbecile|imbeciles|cretin|cretins|halfwit|halfwits|dimwit|dimwits|dumbass|dumbasses|jackass|jackasses|asshole|assholes|arsehole|arseholes|bitch|bitches|cunt|cunts|dickhead|dickheads|douchebag|douchebags|scumbag|scumbags|scum|vermin|parasite|parasites|retard|retards|wanker|wankers|bastard|bastards|prick|pricks|twat|twats|muppet|muppets|clown|clowns|loser|losers|liar|liars|thief|thieves|crook|crooks|scammer|scammers|fraudster|fraudsters|swindler|swindlers|con_artist|con_artists|piece_of_shit|pieces_of_shit|piece_of_trash|piece_of_garbage|waste_of_space',
    SCORN:
      'useless|worthless|pathetic|incompetent|stupid|dumb|brainless|brain_dead|braindead|retarded|moronic|disgusting|lying|thieving|cheating|lazy|filthy|rotten|fucking|bloody',
    MORE: 'all|both|just|really|such|so|truly|completely|totally|nothing_but|complete|total|absolute|utter|fucking|bloody|a|an|the|bunch_of|pack_of',
    PERSON:
      'person|human|human_being|agent|representative|rep|operator|advisor|adviser|someone|somebody|employee|people|staff_member|customer_service',
    KIND: 'real|live|actual|human|different|another|proper',
    BOSS: 'manager|supervisor|boss|superior|team_lead|team_leader|management|person_in_charge|someone_in_charge|someone_higher_up',
    ASK: 'can|could|may|must',
    WANT: 'want_to|need_to|wish_to|would_like_to|wanna|demand_to|prefer_to|would_rather|insist_to',
    WHO: 'i|we',
    ACT: 'call|ring|phone|contact|message|text|write|email|reply|answer|respond|get_back|come_back|update|inform|notify|let_you_know|check|look_into|follow_up|confirm|tell_you|have_an_answer|reach_out|be_in_touch|get_in_touch|give_you',
    THING:
      'invoice|link|photo|picture|email|mail|details|information|info|confirmation|quote|offer|document|documents|label|copy|receipt|update|message|pdf|tracking|list',
  },
  asksPerson: `
    $ASK $WHO please|just? speak|talk|chat to|with ..1 $KIND? $PERSON
    $WHO really|just? $WANT just|now? speak|talk|chat to|with ..1 $KIND? $PERSON
    id|wed really|just? like|love|prefer to speak|talk|chat to|with ..1 $KIND? $PERSON
    let me speak|talk|chat to|with ..1 $KIND? $PERSON
    how can|do i|we speak|talk|chat to|with ..1 $KIND? $PERSON
    possible|way to speak|talk|chat to|with ..1 $KIND? $PERSON
    ^please? speak|talk|chat to|with a|an|the? $KIND? person|human|agent|representative|operator|advisor
    connect|transfer|put|pass me through? to|with|on_to|over_to ..1 $KIND? $PERSON
    get|give me a|an $KIND? person|human|agent|representative|operator
    $WHO want|need|demand|prefer a|an $KIND person|human|agent|representative|operator|advisor
    $WHO want|need|demand|prefer a|an human|human_being|agent|representative
    id|wed like|prefer a|an $KIND? person|human|agent|representative
    is there a|an|any|some $KIND person|human|agent
    is there anyone|anybody|someone|somebody i|we can speak|talk|chat to|with
    are there any real people|humans|persons
    ^a? human|agent|operator|representative|real_person|live_agent|live_person please$
    ^human|agent|operator|representative|real_person|live_agent|live_person$
    $WHO dont|do_not want|wish to talk|speak|chat to|with a|this|your bot|robot|machine|computer|ai
  `,
  asksManager: `
    $ASK $WHO please|just? speak|talk|chat to|with ..2 $BOSS
    $WHO really|just? $WANT just|now? speak|talk|chat to|with ..2 $BOSS
    id|wed really|just? like|love|prefer to speak|talk|chat to|with ..2 $BOSS
    let me speak|talk|chat to|with ..2 $BOSS
    how can|do i|we speak|talk|chat to|with|reach ..2 $BOSS
    connect|transfer|put|pass me through? to|with|on_to|over_to ..2 $BOSS
    get|give|call|fetch me ..2 $BOSS
    $WHO want|need|demand to_see? a|the|your $BOSS $
    $WHO want|need|demand to_see? a|the|your $BOSS now|please|immediately
    ^please escalate
    please escalate this|it|my
    $WHO want|need|demand this|it escalated
    escalate this|it|my ..3 $BOSS
    ^a|the|your? $BOSS please|now$
    wheres|where_is your|the $BOSS
    get|call your|the $BOSS
  `,
  asksNobody: `
    dont|do_not|doesnt|didnt|never|wont|not want|need|have|wish|like|ask|going to speak|talk|chat to|with ..2 $PERSON|$BOSS
    dont|do_not|doesnt|didnt|never|wont want|need|wish_for ..1 $KIND? $PERSON|$BOSS
    no need ..5 $PERSON|$BOSS
    without ..4 $PERSON|$BOSS
    ^do|did|should|would i|we ..3 speak|talk|chat
    if|when|why|whether|should i|we ..3 speak|talk|chat
    already|just spoke|talked|spoken|chatted
    i|we was|were|got|been told|asked|advised to
    nice|good|great|glad|happy to speak|talk|chat
    instead of
  `,
  abuse: `
    fuck you|off|yourself|u
    go to hell
    rot|burn in hell
    go fuck|screw yourself|yourselves
    piss|sod|bugger off
    screw you
    eat shit
    drop dead
    ^get lost$
    ^get lost you
    shut up
    shut the fuck up
    shut your mouth|trap
    stfu|gtfo|kys
    you|youre|ur people|guys|lot|all|two? are? $MORE? $MORE? $MORE? $SCORN? $SCORN? $INSULT
    all of you are $MORE? $MORE? $SCORN? $INSULT
    your staff|agents|team|people|colleagues are $MORE? $MORE? $SCORN? $INSULT
    are you people|guys|all? $MORE? $MORE? $SCORN? $INSULT
    are you people|guys|all? $MORE? stupid|dumb|retarded|brain_dead|braindead
    youre|ur $MORE? $MORE? useless|worthless|pathetic|incompetent|stupid|dumb|brainless|brain_dead|braindead|retarded|disgusting|trash|garbage
    you people|guys|lot|all? are $MORE? $MORE? useless|worthless|pathetic|incompetent|stupid|dumb|brainless|brain_dead|braindead|retarded|disgusting|trash|garbage
    all of you are $MORE? useless|worthless|pathetic|incompetent|stupid|dumb|disgusting
    you are|youre $MORE? $MORE? joke|disgrace
    stupid|fucking|dumb|useless idiots|morons|bitch|cunt|asshole|assholes
    fucking|dumb idiot|moron
    you stupid idiot|moron
    bunch|pack|gang|load|group of $MORE? $SCORN? $SCORN? $INSULT
    what kind|sort of $SCORN? idiots|morons|imbeciles|clowns|crooks|liars
    ^$SCORN? idiots|morons|assholes|bastards|scammers|thieves|liars|crooks|scumbags$
    son|sons of a? bitch|bitches
    motherfucker|motherfuckers|cunt|cunts|dickhead|scumbag|scumbags
    i will|am_going_to|am_gonna kill|hurt|beat|shoot|smash|stab|punch|strangle|come_for|come_after you
    ill|im_gonna|im_going_to kill|hurt|beat|shoot|smash|stab|punch|strangle|come_for|come_after you
    im|am coming for you
    i know where you live|work
    watch your back
    hope you|you_all|u die
    kill yourself
    kiss my ass
    suck my dick
  `,
  noAbuse: `
    i|im feel|felt|am|was|look|looked like|such? an? idiot|moron
    not calling|saying you
    called me
    says|thinks|claims|believes|reckons|told_me that? you|youre
    not $MORE? $SCORN? $INSULT
  `,
  promises: `
    i|we will|shall|am_going_to|are_going_to personally|definitely|also|then|surely? $ACT
    ill|well|im_going_to|were_going_to|im_gonna personally|definitely|also|then? $ACT
    i|we will|shall|am_going_to|are_going_to send|forward|share ..4 $THING
    ill|well|im_going_to send|forward|share ..4 $THING
    you will|youll hear|get|receive|have ..4 from me|us
    you will|youll hear|get|receive|have a|an|my|our? answer|reply|update|response|call
    my|our|the colleague|team|manager|specialist|technician|supervisor|accountant will personally|then? $ACT you|back
  `,
  promisesNothing: `
    not|never|wont|cant|cannot|unable|unless|if|whether|would|could|might|may|hope|maybe|perhaps|probably|should|until_then
    no need
    try|trying to
    depends|depending
  `,
  times: {
    offsets: [
      [/ within the (?:next )?hour /, () => 60],
      [/ (?:in|within) half an hour /, () => 30],
      [/ (?:in|within) (?:about |around )?an hour and a half /, () => 90],
      [
        new RegExp(
          String.raw` (?:in|within) (?:the next |about |around |less than )?${count} (?:more )?(min|mins|minutes|hour|hours|hrs|h|day|days|week|weeks) `,
        ),
        ([, number, unit = '']) => countOf(number) * (unitMinutes[unit] ?? 0),
      ],
      [
        new RegExp(String.raw` (?:in|within) (?:the next )?${count} (?:business|working) days? `),
        ([, number]) => (countOf(number) + 2 * Math.ceil(countOf(number) / 5)) * 1440,
      ],
    ],
    days: [
      [/ day after tomorrow /, { kind: 'day', days: 2 }],
      [/(?<! (?:from|since|for|of)) tomorrow /, { kind: 'day', days: 1 }],
      [/ tonight /, { kind: 'day', days: 0 }],
      [/ this (?:morning|afternoon|evening) /, { kind: 'day', days: 0 }],
      [/ (?:later|earlier) today /, { kind: 'day', days: 0 }],
      [/(?<! (?:from|since|for|of|until)) today /, { kind: 'day', days: 0 }],
      [/ (?:by|before) the end of the day | by (?:eod|close of business) /, { kind: 'day', days: 0 }],
      ...weekdays.map(weekday),
      [/ next week /, { kind: 'week', weeks: 1 }],
      [
        / this week | end of (?:the|this) week | over the weekend | at the weekend /,
        { kind: 'week', weeks: 0 },
      ],
    ],
    parts: [
      [/ morning /, 12 * 60],
      [/ (?:noon|midday|lunchtime) /, 13 * 60],
      [/ afternoon /, 18 * 60],
      [/ evening /, 22 * 60],
    ],
    clocks: [
      [
        / (?:at|by|before|around|until|about) (\d{1,2})(?:[:.](\d\d))? ?(am|pm) /,
        ([, hour, minute, half]) => minuteOfDay(hour, minute, half === 'am' ? 'am' : 'pm'),
      ],
      [
        / (?:at|by|before|around) (\d{1,2})[:.](\d\d) /,
        ([, hour, minute]) => minuteOfDay(hour, minute, 'likely'),
      ],
      [
        / (?:at|by|before|around) (\d{1,2}) (?:oclock |o clock )?$/,
        ([, hour]) => minuteOfDay(hour, '0', 'likely'),
      ],
    ],
  },
}

const unitMinutes: Readonly<Record<string, number>> = {
  min: 1,
  mins: 1,
  minutes: 1,
  hour: 60,
  hours: 60,
  hrs: 60,
  h: 60,
  day: 1440,
  days: 1440,
  week: 10_080,
  weeks: 10_080,
}
