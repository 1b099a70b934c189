export const text = {
  'text.emojiPicker': 'Emoji',
  'text.emojiLoading': 'Loading the emoji…',
  'text.emojiFailed': 'The emoji could not be loaded. Check the connection, then close this and open it again.',
} as const
