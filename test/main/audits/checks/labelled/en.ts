import { cases } from './cases.ts'

export const en = [
  ...cases(
    'greeting',
    'en',
    {
      yes: `
        C: hi | Hi there, thanks for your message. How can I help?
        C: Where is my parcel? | Good morning Ana, let me check that for you.
        C: question about sizes | Hello! Which model is it?
        Hey Tom, your order is on its way
        Dear Ms Novak, we received your documents.
        C: hello?? | Oh hello, sorry for the wait!
        C: I need help | Sorry for the wait. Good afternoon, what can I do for you?
        Evening! Happy to help.
        Morning Ana, the technician comes at ten.
        C: hi | Welcome to Nordlicht, my name is Kim.
        C: hey | Thank you for contacting us. May I have your order number?
        B: Hello, I am the assistant. | C: agent please | Hi, this is Maria, I am taking over.
        T: Hello Ana, your order has shipped.
      `,
      no: `
        C: hi | What is your order number?
        C: hello | Your parcel was sent yesterday.
        B: Hello, welcome to Nordlicht! | C: agent | Which order is it about?
        C: Hi there! | Yes, it is in stock.
        C: my lamp broke | Please say hello to your wife, and send a photo.
        C: good morning | Can you send a picture?
        C: dear team, where is it | It left our warehouse on Monday.
        Higher temperatures can damage it.
        C: hi | Oh dear, that should not happen. Which one is it?
        C: hey | We will deliver in the morning.
        C: hi | The hi-fi set comes with two speakers.
        C: hi | Your welcome voucher is in the box.
        C: hi | One moment please | C: ok | Hello again, I have it now.
      `,
    },
    {
      yes: `
        C: is this right? | Good evening, yes it is.
        C: invoice please | Hiya Sam, sending it over now.
        Greetings from the workshop! Your bike is ready.
        C: hi | Thanks for reaching out, Priya here.
        C: help | A very good morning to you, how may I assist?
        C: hi | 👋 Hello Jonas
        Hi team at Acme, the quote is attached.
        C: hm | Well hello, long time no see! What can I do?
      `,
      no: `
        C: morning | It will arrive tomorrow morning.
        C: hi | Let me look into this.
        C: hello | Our evening shift starts at six.
        B: Hi! A colleague will help you. | C: thanks | Your number please
        C: hey | Hinges are sold separately.
        C: hi | You are welcome to come by any time.
        C: hi | Hey presto, it is fixed.
        C: hello | I told the driver to say hi at the door.
      `,
    },
  ),
  ...cases(
    'closing',
    'en',
    {
      yes: `
        C: thanks | You're welcome, have a nice day!
        Is there anything else I can help you with?
        C: great | Glad I could help. Bye!
        Your refund is on its way. Have a lovely weekend!
        C: ok | If you have any questions, just write.
        Best regards, Kim
        C: done | Perfect. Take care!
        C: ty | My pleasure. | C: 👍
        It is shipped. Enjoy your day!
        C: bye | Goodbye Ana, and thank you for contacting us.
        C: thx | Happy to help any time, see you soon.
        C: cool | Thank you for choosing us.
        Don't hesitate to reach out if anything comes up.
      `,
      no: `
        C: thanks, bye! | The label is attached.
        C: have a nice day | Your parcel left today.
        We take care of the rest.
        C: ok | You can buy it online.
        C: thanks | Please have a good look at the manual first.
        B: Have a nice day! | It is the blue one.
        The best option is the larger one.
        C: see you | Sent.
        C: thanks | Please wait.
        C: when | The next delivery is on Friday.
        C: so? | We have a great deal on tents.
        C: hm | Let me check and get back to you.
        C: regards, Tom | Regarding your order: it is late.
      `,
    },
    {
      yes: `
        C: all good | Wonderful, have a great evening.
        C: thx | No worries at all, speak soon!
        C: that's it | Lovely, anything else today?
        All sorted. Wishing you a pleasant stay, kind regards
        C: ok thanks | Cheers!
        C: fixed | Great to hear! Reach out anytime.
        C: perfect | Then I wish you all the best with the new bike.
        We look forward to seeing you on Monday.
      `,
      no: `
        C: cheers mate | Which colour was it?
        C: best wishes | We will check with the warehouse.
        The byelaws say dogs are allowed.
        C: bye then | Order 4711 is cancelled.
        C: thank you for your patience | It is in the box.
        C: ok | You have a good chance to get one tomorrow.
        C: well? | I will ask the driver.
        C: hi | Careful with the glass.
      `,
    },
  ),
  ...cases(
    'forbidden_phrase',
    'en',
    {
      yes: `
        Calm down, please.
        That's not my problem.
        THAT IS NOT MY PROBLEM
        As I already said, it is closed.
        I have no idea where it is.
        To be honest, the old one is a cheap one
        you should have read the terms
        Honestly, no   idea.
        We guarantee it will last for ever… guaranteed!
        C: when? | Calm down. It is on its way.
        It is cheap, and it looks cheap.
        As i already said: tomorrow
      `,
      no: `
        C: calm down yourself | I understand.
        The problem is not mine alone, we solve it together.
        That is a good idea, no?
        The cheapest model is sold out.
        We can guarantee nothing, sorry.
        B: Calm down | I am here.
        Read the terms before you sign, please.
        As I said earlier, it is open.
        The ideal size is 40.
        Please stay calm, sit down and restart it.
        No. Idea boards are in aisle three.
        C: you should have read the terms | You are right to ask.
      `,
    },
    {
      yes: `
        Sir, calm  down please
        "No idea", said the driver, and I have no idea either.
        Sorry but that's NOT MY PROBLEM!
        Well, as I already said…
        You should have read the terms, I'm afraid.
        100% guaranteed to fit
        It's cheap plastic.
        I've no idea, try again later
      `,
      no: `
        C: this is cheap | I am sorry to hear that.
        The calming tea is down the aisle.
        Cheaper options are available.
        It is not a problem, my colleague knows.
        I already said that on the phone, as you know.
        Ideas are welcome, no doubt.
        Everybody should have read the news by now.
        Our guarantee covers two years.
      `,
    },
  ),
  ...cases(
    'shouting',
    'en',
    {
      yes: `
        PLEASE READ THE MANUAL FIRST
        I told you: PLEASE SEND THE PHOTO and the number
        Stop it!!!
        WAIT FOR THE TECHNICIAN
        This is your LAST AND FINAL WARNING sir
        No ! ! ! Not like that
        YOUR ORDER IS LATE BECAUSE YOU DID NOT PAY
        ok!!!!
        WE ALREADY ANSWERED THIS
        it is NOT OUR FAULT, really
        HELLO ANA, HERE IS YOUR LINK
        Thanks!!!!!!!
      `,
      no: `
        Please send your IBAN and BIC via SEPA, DHL takes it from there.
        OK
        The USB HDMI and LAN ports are at the back.
        Great!! See you soon!
        It is VERY important to keep the receipt.
        Your code is SUMMER2026.
        C: WHERE IS MY PARCEL!!! | I am looking into it.
        T: ORDER SHIPPED! ORDER NUMBER INSIDE!
        NASA and IBM use the same SSD.
        I live in the USA, I am OK.
        Yes!
        A B C D are the options.
      `,
    },
    {
      yes: `
        HOW MANY TIMES DO I HAVE TO SAY THIS
        You must PAY THE INVOICE NOW or we stop
        Finally!!! It works
        DO NOT OPEN THE BOX
        Why did you not read!!!
        I AM NOT YOUR SECRETARY.
        Sorry, BUT I CANNOT HELP with that
        GOOD MORNING SIR
      `,
      no: `
        The PDF shows the ETA in UTC.
        Choose S, M, L or XL.
        Please do NOT open it.
        C: I AM SO ANGRY | I understand that.
        Serial numbers are AB12CD34EF and XY99ZZ11.
        Really? Great!
        Ask for the VIP desk at JFK.
        We accept VISA and AMEX.
      `,
    },
  ),
  ...cases(
    'name_used',
    'en',
    {
      yes: `
        Ana Novak # Hi Ana, how can I help?
        Ana Novak # Dear Ms Novak, it is here.
        José García # Hello Jose, thanks for waiting.
        Zoë Müller # Hi Zoe!
        Li Wei # Good morning Wei
        O'Brien, Sean # Hello Mr O'Brien
        Jean-Luc Petit # Thanks Jean-Luc
        Will Smith # Hi Will, it is ready.
        Will Smith # Will, your order is ready.
        Mary Ann Lee # Of course, Mary Ann
        ANA 🌸 # Sure, Ana!
        Grace Kim # Thank you, Grace.
      `,
      no: `
        Ana Novak # Hi, how can I help?
        Ana Novak # The banana bread is sold out.
        Will Smith # Will it rain tomorrow?
        Will Smith # It will arrive on Monday.
        Mark Twain # Please mark the box with an X.
        Li Wei # Your delivery weighs two kilos.
        Ann # Annual plans are cheaper.
        Grace Kim # There is a grace period of ten days.
        Rose Hill # The rose is in stock.
        Tom # C: this is Tom | Your order is ready.
        May Chen # You may return it.
        Ian # The Asian noodles are back.
      `,
    },
    {
      yes: `
        Søren Kierkegaard # Hi Soren
        Priya Patel # Ms. Patel, your table is booked.
        Hope Williams # Good to hear, Hope!
        François # Bonjour and welcome, Francois
        Bill Gates # Thanks Bill, noted.
        Dr. Emma Stone # Hello Dr Stone
        Łukasz Nowak # Hi Lukasz, one moment.
        Anne-Marie # Anne, could you send a photo?
      `,
      no: `
        Bill Gates # The bill is attached.
        Hope Williams # I hope this helps.
        Emma Stone # It is made of limestone.
        Al Pacino # It is all done.
        Sue Lee # They cannot sue you for that.
        Mark # B: Hi Mark! | What is your number?
        Jo # The job is done.
        Sam Young # For young children only.
      `,
    },
  ),
  ...cases(
    'left_unanswered',
    'en',
    {
      yes: `
        C: Hi | A: Hello | C: When do you open?
        A: Done. | C: great, and can I also change the address
        C: how much is it
        C: Is it waterproof? | C: hello??
        A: It ships today. | C: could you send me the invoice
        C: do you have it in blue | C: or green
        A: Bye! | C: wait, what about my refund?
        C: I'd like to know if you deliver to Malta
        A: ok | C: where exactly is the shop
        A: Sent | C: are there any other colours
      `,
      no: `
        C: When do you open? | A: At nine.
        C: can I return it | A: Yes, within 30 days. | C: thanks
        C: how much is it | A: 20 EUR | C: ok great
        C: Is it waterproof? | B: Yes, to 10,000 mm.
        A: Anything else? | C: no thanks
        C: when does it arrive | A: Tomorrow | C: how nice, thank you
        C: please cancel | A: Done | C: ok?
        C: where is it? | A: In Berlin | C: What a relief!
        C: do you ship to Malta? | A: We do | C: I will order when I am home
        C: can you help | A: Sure | C: thanks, have a good one
      `,
    },
    {
      yes: `
        A: It is on its way | C: any news on the second parcel
        C: who do I talk to about a broken lens
        A: Noted | C: does that include VAT?
        C: was wondering if it fits a king size bed
        A: thanks! | C: so should I send it back then
        C: why was I charged twice | C: ???
        A: Here you go | C: sorry, which of the two is lighter
        C: would it be possible to pay in cash
        A: Let me check | C: ok | C: and is parking free
        C: can u check my order pls
      `,
      no: `
        C: is parking free? | A: It is.
        C: how do I reset it | A: Hold the button | C: works, how cool
        C: which one is lighter? | A: The red one | C: I will take that one then
        A: We fixed it | C: which is great, thanks
        C: any update? | A: It left today
        C: can you call me | A: Calling now | C: I can hear you
        A: Have a good day | C: when I need more I will write
        C: does it include VAT? | A: Yes | C: 👍
        C: what now | A: Restart it | C: that was it
        C: are you there? | A: Yes, I am | C: what a service
      `,
    },
  ),
]
