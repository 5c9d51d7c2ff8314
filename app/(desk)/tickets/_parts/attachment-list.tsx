import { Paperclip } from 'lucide-react'
import type { FileLine } from './timeline-item'

/** Files of a message, with their size; each is fetched, never shown in place. */
export function AttachmentList({ files, label }: { files: FileLine[]; label: string }) {
  if (files.length === 0) return null
  return (
    <ul className="files under" aria-label={label}>
      {files.map((file) => (
        <li key={file.id}>
          <a className="chip chip-line" href={file.href} download={file.name}>
            <Paperclip className="i" aria-hidden="true" />
            <span className="cut">{file.name}</span>
            <span className="num text-3">{file.size}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
