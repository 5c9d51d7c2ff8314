'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Says how far it has come, and looks again every second. */
export function Running({ words }: { words: string }) {
  const router = useRouter()
  useEffect(() => {
    const ticking = setInterval(() => router.refresh(), 1_000)
    return () => clearInterval(ticking)
  }, [router])
  return (
    <p className="num px-4 pb-8 text-15 tablet:px-5" role="status">
      {words}
    </p>
  )
}
