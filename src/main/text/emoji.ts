/** What emoji and emoticons say about a mood. */

/** From −3 to 3; null for those that say nothing. Skin tones and variants are those of the plain sign. */
export function emojiValue(emoji: string): number | null {
  return values.get(plain(emoji)) ?? null
}

/** Signs that turn praise into its opposite. */
export function isIronyMark(emoji: string): boolean {
  return ironic.has(plain(emoji))
}

/** Applause for trouble mocks. */
export function isApplause(emoji: string): boolean {
  return plain(emoji) === '👏'
}

export function isStar(emoji: string): boolean {
  return emoji.startsWith('⭐') || emoji.startsWith('🌟')
}

function plain(emoji: string): string {
  return emoji.replaceAll(/\uFE0F|\p{Emoji_Modifier}|\u200D[♂♀]/gu, '')
}

const values: ReadonlyMap<string, number> = new Map(
  (
    [
      [-3, '😡 🤬 🖕 👿 💩 🤮'],
      [-2, '😠 😤 👎 💔 😞 😖 😫 😩 😾 🤢 😒 🤡 😣 👊 :( :-( :[ </3 :(( :((('],
      [-1.5, "🙄 😢 😭 😔 😟 ☹ 🙁 😕 🤦 😑 😰 😓 😥 😿 :'( :/ :-/ :\\ :| T_T"],
      [-0.4, '😳 😐 😬 😅'],
      [0.5, '🙂 😉 ☺ :) :-) ;) ;-) =) 👍 👌 😄 😁 😀 😃 😊 🤗 ^^ ^_^ :D :-D 😌 🌹 🌸 ✨ 🙌 👏 💪 😇'],
      [1.5, '🎉 🥳 💯 🔥 💐 🏆 🤝 🎊 🫶 🙌 👏 😎'],
      [2, '❤ 🧡 💛 💚 💙 💜 🖤 🤍 💕 💖 💗 💞 💓 💘 ♥ 😘 😋 😻 <3'],
      [3, '😍 🥰 🤩'],
    ] as const
  ).flatMap(([value, signs]) => signs.split(' ').map((sign) => [sign, value] as const)),
)

const ironic = new Set(['🙄', '🤡', '😒', '🤦', '😑', '😤', '😡', '🤬', '😠', '👎', '🖕', '💩', '/s', '🙃'])
