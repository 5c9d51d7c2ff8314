declare module 'email-reply-parser' {
  type Fragment = {
    getContent(): string
    isQuoted(): boolean
    isAnswer(): boolean
    isEmpty(): boolean
    isSignature(): boolean
  }
  export default class EmailReplyParser {
    read(text: string): { getFragments(): Fragment[] }
  }
}
