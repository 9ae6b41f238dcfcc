import { labelled } from './labelled.ts'

export const en = labelled('en', {
  negative: `
    My parcel still hasn't arrived and nobody answers
    I've been waiting for three weeks now, this is ridiculous
    The screen was cracked when I opened the box
    not good at all, I expected much better from you
    Your customer service isn't helpful
    Great, another delay 🙄
    I want my money back!!!
    Wow, “excellent” service. Two hours on hold
    Still not delivered??
    I ordered a blue one and got a red one
    The app keeps crashing every time I try to log in
    THIS IS THE THIRD TIME I AM ASKING
    Dear team, I have always appreciated your kindness, but I am afraid the replacement is faulty as well and I am running out of patience.
    Love the design but it broke after two days
    how long do I have to wait for a simple answer?
    You charged me twice, please fix this
    thanks for nothing
    Super helpful as always 🤡
    I'm never ordering from you again
    It doesn't work 😡
    The driver was rude to my mother
    I was told it would be here on Monday. It's Thursday. Nothing.
    I'm really disappointed, the cake was stale
    Hello, sorry to bother you again, but the refund you promised last month never reached my account
    wouldn't recommend it to anyone
    👎👎
    the food was cold and half of it was missing
    Nobody called me back even though they promised
  `,
  neutral: `
    Hi, what time do you open on Saturday?
    Where is my order?
    ok thanks
    Can I change the delivery address for order 48213?
    Do you have this jacket in size M?
    I would like to return a pair of shoes, how does it work?
    Sure, I'll send you a photo tomorrow
    Could you send me the invoice for March please? Thank you very much
    Is the battery any good?
    My address is 14 Mill Lane, flat 3
    What happens if the item arrives damaged?
    No problem, take your time
    good morning
    Is it possible to pay by card?
    yes the black one please 🙏
    I'm not at home before 6 pm, please leave it with the neighbours
    Does the warranty cover a broken screen?
    Hello, could you tell me if the refund has already been sent? 😊
    The order number is 7781-22
    No thanks, that's all
    How do I reset my password?
    I'd like two tickets for the 8 o'clock show
    I didn't order yet, I just want to know the price
    Thanks in advance
    Is there a difference between the basic and the premium plan?
    👍
    Let me check with my wife and get back to you
    When will the good ones be back in stock?
  `,
  positive: `
    Thank you so much, you saved my day!
    Everything arrived on time and in perfect condition
    best customer service I've ever had
    Not bad at all, I'm really impressed
    It works now, thanks a lot!
    Delivery was late, but the quality is amazing and I love it
    😍😍😍
    You guys are awesome 🎉
    I'm so happy with the sofa
    Wow that was quick!
    no complaints whatsoever, great job
    Finally arrived and it looks beautiful
    I can't thank you enough
    Never had a problem with you in ten years, keep it up
    that's perfect, exactly what I needed
    Please tell Anna she was incredibly kind and patient
    Just wanted to say the kids loved the cake ❤️
    I was sceptical at first but I have to say it's brilliant
    super happy, will order again
    couldn't be happier
    Nothing to complain about, very friendly staff
    omg so pretty 🥰
    I was worried it would break, but no, it's solid and it works really well
    5 stars from me ⭐⭐⭐⭐⭐
    Much better than my old one
    Glad we could sort this out so easily
  `,
})
