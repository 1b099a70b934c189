/**
 * The passwords of at least eight characters that lists of leaked ones name first, in lower case. Not a substitute for a
 * full list, but these are what guessing begins with.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  0123456789 11223344 1122334455 12121212 123123123 123321123 12341234 123454321 12345678 123456789 1234567890
  12345678910 1234abcd 123qweasd 13131313 147258369 159357456 19871987 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx
  20202020 87654321 987654321 9876543210 a12345678 a123456789 a1b2c3d4 aa123456 aaaa1111 abc12345 abc123456
  abcabc123 abcd1234 abcdefgh abcdefghi admin123 admin1234 admin12345 adminadmin administrator alexander arsenal1
  asdf1234 asdfasdf asdfghjk asdfghjkl ashley123 barcelona baseball baseball1 basketball batman123 benjamin
  blink182 changeme changeme1 changeme123 charlie1 chat1234 chatchat chelsea1 computer correcthorsebatterystaple
  corvette default1 dragon123 elizabeth football football1 freedom1 garfield guest123 hello123 hellohello
  helloworld ilovegod iloveyou iloveyou1 iloveyou2 internet jennifer jessica1 jordan23 letmein1 letmein123
  letschat liverpool liverpool1 lovelove loveyou1 manchester master123 maverick mercedes michael1 monkey123
  mypassword natter123 natternatter p@ssw0rd p@ssword pa55word passpass passw0rd password password! password1
  password12 password123 password1234 pokemon1 pokemon123 princess princess1 q1w2e3r4 q1w2e3r4t5 qazwsxedc
  qweasdzxc qweqweqwe qwerty12 qwerty123 qwerty1234 qwerty12345 qwertyqwerty qwertyui qwertyuiop rootroot samantha
  samsung1 scorpion secret12 secret123 spiderman starwars sunshine sunshine1 superman superman1 temp1234 temppass
  test1234 test12345 testing1 testing123 testtest trustno1 user1234 veronica victoria welcome! welcome1 welcome123
  whatever zxcvbnm1 zxcvbnm123
  `
    .trim()
    .split(/\s+/),
)
