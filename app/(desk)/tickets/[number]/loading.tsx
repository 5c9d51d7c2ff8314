/** A ticket on its way: the head and the response card at their real height; what stood before stays for a moment. */
export default function Loading() {
  return (
    <div className="ticket sk-late" aria-busy="true">
      <div className="ticket-head">
        <span className="sk mt-2 w-40" />
        <span className="sk mt-4 mb-2 h-5 w-80 max-w-full" />
      </div>
      <div className="ticket-col">
        <div className="flex gap-10 border-b border-line pb-8">
          {['response', 'contact', 'solution', 'asked', 'verdict'].map((step) => (
            <span key={step} className="sk mt-3 h-3 flex-1" />
          ))}
        </div>
        <div className="grid gap-4 py-6">
          <span className="sk h-10 w-32" />
          <span className="sk mt-2 h-6" />
          <span className="sk h-6" />
          <span className="sk h-6 w-2/3" />
        </div>
      </div>
    </div>
  )
}
