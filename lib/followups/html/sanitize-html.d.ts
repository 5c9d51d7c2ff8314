/** What this room uses of sanitize-html, which carries no types. */
declare module 'sanitize-html' {
  type Attributes = Record<string, string>
  type Options = {
    allowedTags: string[]
    allowedAttributes: Record<string, string[]>
    allowedSchemes: string[]
    allowedSchemesByTag?: Record<string, string[]>
    allowedSchemesAppliedToAttributes: string[]
    allowProtocolRelative: boolean
    disallowedTagsMode: 'discard'
    nonTextTags: string[]
    nestingLimit: number
    parseStyleAttributes: boolean
    transformTags: Record<string, (name: string, attributes: Attributes) => { tagName: string; attribs: Attributes }>
    exclusiveFilter?: (frame: { tag: string; attribs: Attributes }) => boolean
  }
  export default function sanitize(html: string, options: Options): string
}
