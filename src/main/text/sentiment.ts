/** How a customer's message sounds. */
export type Sentiment = 'negative' | 'neutral' | 'positive'
