import type { LabelledSignals } from './labelled.ts'

export const en: LabelledSignals = {
  language: 'en',
  asksPerson: {
    yes: `
      Can I speak to someone please?
      I want to talk to a real person
      Could I please chat with a human?
      Connect me to an agent
      I'd like to speak with a representative about my bill
      Human please
      Put me through to someone who can help
      I need to talk to a person, not a bot
      Is there a real person I can talk to?
      I don't want to talk to a bot
      How do I speak to a human being?
      let me talk to somebody
    `,
    no: `
      I don't need to speak to a person, the answer is fine
      I already spoke to an agent yesterday and nothing happened
      It was nice to talk to a real person for once
      Are you a human?
      The agent at the airport lost my bag
      Do I have to speak to someone to cancel?
      I was told to talk to an agent in the store
      No need to connect me to an agent
      How many people can sit at the table?
      The person who delivered it was very kind
      Can I send it to another person?
      My agent sold the house
    `,
  },
  asksManager: {
    yes: `
      I want to speak to your manager
      Let me talk to a supervisor now
      Can I talk to the manager please
      Get me your boss
      Manager please
      I demand to speak with someone in charge
      Please escalate this
      Where is your manager?
      Put me through to your supervisor
      I need to talk to management about this
      I'd like to speak with your team leader
      Could we speak to the person in charge?
    `,
    no: `
      I am the manager of a small hotel and need an invoice
      I don't want to speak to a manager
      My boss asked me to order ten of these
      The manager already called me, thanks
      No need to involve your manager
      I spoke to your supervisor last week
      Is the password manager included?
      Does the manager role cost extra?
      We have a new project manager
      I already talked to your manager and it is solved
      The boss of my company loves it
      Your manager was very helpful
    `,
  },
  abuse: {
    yes: `
      You are all idiots
      Fuck you
      go to hell
      You stupid bitch
      What a bunch of crooks and you're such a moron
      I will kill you
      Shut up and give me my money
      you fucking idiots lost my order
      Piss off
      You bunch of clowns
      screw you and your company
      hope you die
    `,
    no: `
      This is fucking annoying
      I feel like an idiot for asking
      What the hell is going on with my order?
      I'm such an idiot, I typed the wrong address
      Damn, it is still not here
      This is the worst service ever
      Is the movie Idiots still available?
      The battery died after a week
      I'm not calling you idiots but please check
      My dog bit the bastard plant, can I get a new one?
      You killed it, great job!
      Stop the bloody emails
    `,
  },
  promise: {
    yes: `
      I'll call you tomorrow | +2d 00:00
      I will get back to you within 2 hours | 12:00
      We will send you the invoice tomorrow morning | +1d 12:00
      I'll let you know by Friday | +5d 00:00
      We'll update you this afternoon | 18:00
      I will call you tomorrow at 3 pm | +1d 15:00
      I'm going to check and get back to you in 30 minutes | 10:30
      You will hear from us by the end of the week | +7d 00:00
      My colleague will call you back today | +1d 00:00
      I will email you next week | +14d 00:00
      I'll check with the team and reply tonight | +1d 00:00
      We will contact you on Wednesday afternoon | +2d 18:00
    `,
    no: `
      I can't call you tomorrow
      No need to call me tomorrow
      Shall I call you tomorrow?
      Can I call you back in 10 minutes?
      I called you yesterday
      I will check it right away
      Your parcel will arrive tomorrow
      If it is not there by Friday I will send a new one
      You can call us tomorrow until 6 pm
      We are closed today
      I might call you tomorrow
      I will be out of office next week
      I'll look into your order from today
      Let us know by Friday
      We will send you a new pair tomorrow
      I will refund you today
    `,
  },
}
