import { Skeleton } from '@/app/_ui/skeleton'

/** While a large file is being read. */
export const Reading = ({ words }: { words: string }) => (
  <section className="grid content-start gap-3" aria-busy="true">
    <p className="text-13 text-2" role="status">
      {words}
    </p>
    <Skeleton />
  </section>
)
