/** The only door to the icons. Their size and stroke come from base.css: 14 px in controls, `currentColor`, stroke 1.6. */
export * from '@tabler/icons-react'
