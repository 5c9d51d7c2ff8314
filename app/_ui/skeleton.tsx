/** Rows of the real height, shown only after 150 ms. `label` tells those who hear it that something loads. */
export const SkeletonRows = ({ rows = 8, label, height = 56 }: { rows?: number; label: string; height?: number }) => (
  <div className="sk-late" role="status" aria-label={label}>
    {Array.from({ length: rows }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows that are all alike
      <div key={at} className="flex items-center gap-3 border-b border-line px-5" style={{ height }}>
        <span className="sk size-7" />
        <span className="grid flex-1 gap-2">
          <span className="sk" style={{ width: `${52 - ((at * 7) % 23)}%` }} />
          <span className="sk" style={{ width: `${24 + ((at * 5) % 13)}%`, height: 8 }} />
        </span>
        <span className="sk w-24" />
      </div>
    ))}
  </div>
)

/** A block that is still coming. */
export const Skeleton = ({ className }: { className?: string }) => <span className={`sk sk-late ${className ?? ''}`} />
