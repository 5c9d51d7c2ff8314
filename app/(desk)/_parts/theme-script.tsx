import { headers } from 'next/headers'

/** Sets the chosen ground before anything is painted; the script carries the nonce that the request came with. */
export async function ThemeScript() {
  const policy = (await headers()).get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant; it must run before the first paint
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
}

const script =
  "try{var t=localStorage.getItem('lazo.theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}"
