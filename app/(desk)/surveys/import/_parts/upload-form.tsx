'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Field } from '@/app/_ui/field'
import { Input } from '@/app/_ui/input'
import { type Option, SelectField } from '@/app/_ui/select'

type Words = Record<'survey' | 'file' | 'fileHint' | 'upload' | 'uploading' | 'noFile' | 'tooLarge' | 'offline', string>
type UploadFormProps = { surveys: Option[]; most: number; words: Words }

/** Sends the file itself, so that it can say how far it has come; without scripts the browser sends it. */
export function UploadForm({ surveys, most, words }: UploadFormProps) {
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<string>()
  const busy = share !== null

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const file = new FormData(form).get('file')
    if (!(file instanceof File) || !file.name) return setProblem(words.noFile)
    if (file.size > most) return setProblem(words.tooLarge)
    setProblem(undefined)
    setShare(0)
    post(form, setShare).then(
      ({ go, message }) => {
        if (go) return window.location.assign(go)
        setShare(null)
        setProblem(message ?? words.offline)
      },
      () => {
        setShare(null)
        setProblem(words.offline)
      },
    )
  }

  return (
    <form
      action="/surveys/import/upload"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      noValidate
      className="grid max-w-lg gap-4 px-4 pb-6 tablet:px-5"
    >
      <SelectField name="survey" label={words.survey} options={surveys} />
      <Field id="file" label={words.file} hint={words.fileHint} error={problem}>
        {(aria) => <Input {...aria} type="file" name="file" accept=".csv,text/csv" required />}
      </Field>
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          {words.upload}
        </Button>
        <output className="num text-13 text-2">
          {busy ? words.uploading.replace('{share}', String(Math.round(share * 100))) : ''}
        </output>
      </div>
    </form>
  )
}

type Answer = { go?: string; message?: string }

// XMLHttpRequest and not fetch: only it tells how much has been sent.
function post(form: HTMLFormElement, told: (share: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0)
    request.onload = () => resolve((request.response as Answer | null) ?? {})
    request.onerror = () => reject(new Error('offline'))
    request.send(new FormData(form))
  })
}
