/** One setting of the server: everything that reads, explains or documents it comes from here. */
export interface Option<T> {
  /** The key in what `readOptions` takes as flags: `databaseUrl`. */
  name: string
  /** `--database-url` */
  flag: string
  /** `NATTER_DATABASE_URL` */
  env: string
  /** What is written after it: `<url>`. */
  placeholder: string
  /** As one would write it; undefined: there is none. */
  byDefault: string | undefined
  /** One sentence or two. */
  description: string
  /** A secret may also stand in a file that `…_FILE` names, and is not shown in full. */
  isSecret: boolean
  read: (text: string) => { value: T } | Malformed
}

/** What is wrong: goes between the setting's name and `, got "…"`. */
export interface Malformed {
  must: string
}

type Facts<T> = {
  placeholder: string
  byDefault?: string
  description: string
  isSecret?: boolean
  read: Option<T>['read']
}

/** An option whose flag and variable follow from its name. */
export function option<T>(name: string, { byDefault, isSecret = false, ...facts }: Facts<T>): Option<T> {
  const words = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const env = `NATTER_${words.replaceAll('-', '_').toUpperCase()}`
  return { name, flag: `--${words}`, env, byDefault, isSecret, ...facts }
}
