/** `npm run bench -- …` is `natter bench …`. */
process.argv.splice(2, 0, 'bench')
await import('../packages/cli/src/main.ts')
