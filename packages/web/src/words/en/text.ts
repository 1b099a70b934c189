export const text = {
  'text.emojiPicker': 'Emoji',
  'text.emojiLoading': 'Loading the emoji…',
  'text.emojiFailed': 'The emoji could not be loaded. Check the connection, then close this and open it again.',
  'text.copyCode': 'Copy code',
  'text.codeCopied': 'Copied',
  'text.copyFailed': 'The browser did not let the code be copied. Mark it and copy it by hand.',
  'text.spoiler': 'Spoiler, press to show',
  'text.table': 'Table',
  'text.message': 'message',
} as const
