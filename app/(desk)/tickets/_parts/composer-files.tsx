'use client'
import { Paperclip, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { fill } from '@/app/_ui/fill'
import { toast } from '@/app/_ui/toast'

export type DraftFile = { id: string; name: string; size: string }
type Going = { key: string; name: string; share: number; stop: () => void }

export type FileWords = {
  /** "Quitar {name}" */
  remove: string
  list: string
  /** "{name}: {share} %" */
  going: string
  failed: string
  tooLarge: string
  tooMany: string
}

/** The most that one letter may carry. */
export const limits = { files: 10, bytes: 20 * 1024 * 1024 }

/** Files for a reply: pasted, dropped or chosen; each goes up at once, with its progress, and can be taken back. */
export function useFiles(number: number, first: DraftFile[], words: FileWords) {
  const [files, setFiles] = useState(first)
  const [going, setGoing] = useState<Going[]>([])
  const kept = first.map(({ id }) => id).join()

  // A letter that was taken back gives its files back with the next drawing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is new with every drawing, its files seldom
  useEffect(() => {
    setFiles((all) => [...all, ...first.filter(({ id }) => all.every((one) => one.id !== id))])
  }, [kept])

  const add = (chosen: Iterable<File>) => {
    for (const file of chosen) {
      if (files.length + going.length >= limits.files) return toast({ kind: 'error', text: words.tooMany })
      if (file.size > limits.bytes) toast({ kind: 'error', text: fill(words.tooLarge, { name: file.name }) })
      else send(file)
    }
  }
  const send = (file: File) => {
    const key = crypto.randomUUID()
    const request = new XMLHttpRequest()
    const gone = () => setGoing((all) => all.filter((one) => one.key !== key))
    request.upload.onprogress = ({ loaded, total }) =>
      setGoing((all) => all.map((one) => (one.key === key ? { ...one, share: total ? loaded / total : 0 } : one)))
    request.onload = () => {
      gone()
      const answer = said(request.responseText)
      if (request.status < 300 && answer.id) setFiles((all) => [...all, answer as DraftFile])
      else toast({ kind: 'error', text: answer.message ?? fill(words.failed, { name: file.name }) })
    }
    request.onerror = () => {
      gone()
      toast({ kind: 'error', text: fill(words.failed, { name: file.name }) })
    }
    request.onabort = gone
    setGoing((all) => [...all, { key, name: file.name, share: 0, stop: () => request.abort() }])
    request.open('POST', `/tickets/${number}/files?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  }
  const remove = (id: string) => {
    setFiles((all) => all.filter((one) => one.id !== id))
    void fetch(`/tickets/${number}/files?id=${id}`, { method: 'DELETE' }).catch(() => null)
  }
  return { files, going, add, remove, clear: () => setFiles([]) }
}

/** What goes along, and what is on its way up. */
export function ComposerFiles({ its, words }: { its: ReturnType<typeof useFiles>; words: FileWords }) {
  if (its.files.length + its.going.length === 0) return null
  return (
    <ul className="files composer-files" aria-label={words.list}>
      {its.files.map((file) => (
        <li key={file.id} className="chip chip-line">
          <Paperclip className="i" aria-hidden="true" />
          <span className="cut">{file.name}</span>
          <span className="num text-3">{file.size}</span>
          <button
            type="button"
            className="tool"
            aria-label={fill(words.remove, { name: file.name })}
            onClick={() => its.remove(file.id)}
          >
            <X className="i" aria-hidden="true" />
          </button>
        </li>
      ))}
      {its.going.map((file) => (
        <li key={file.key} className="chip chip-line" role="status">
          <span className="cut">{fill(words.going, { name: file.name, share: Math.round(file.share * 100) })}</span>
          <progress max={1} value={file.share} aria-hidden="true" />
          <button
            type="button"
            className="tool"
            aria-label={fill(words.remove, { name: file.name })}
            onClick={file.stop}
          >
            <X className="i" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

function said(text: string): Partial<DraftFile> & { message?: string } {
  try {
    return JSON.parse(text) as Partial<DraftFile> & { message?: string }
  } catch {
    return {}
  }
}
