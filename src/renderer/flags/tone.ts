/** Two short falling notes, quiet enough for an office. */
const notes = [880, 660] as const
const seconds = 0.12
const loudness = 0.08

let context: AudioContext | undefined

/** Silent until the person did something on the page: browsers want it so. */
export function playTone(): void {
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume()
  for (const [index, frequency] of notes.entries()) playNote(context, frequency, index * seconds)
}

function playNote(audio: AudioContext, frequency: number, after: number): void {
  const start = audio.currentTime + after
  const oscillator = new OscillatorNode(audio, { frequency, type: 'sine' })
  const gain = new GainNode(audio, { gain: 0 })
  // Rises and falls within a few milliseconds, so that it does not crack.
  gain.gain.linearRampToValueAtTime(loudness, start + 0.01)
  gain.gain.linearRampToValueAtTime(0, start + seconds)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(start)
  oscillator.stop(start + seconds)
}
