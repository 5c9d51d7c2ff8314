import { FormText } from '@/app/_ui/form-field'
import { translator } from '@/lib/i18n'
import type { PolicyRow } from '@/lib/setup'
import { priorities } from '@/lib/tickets/shared'
import { Cell } from './cell'

type FieldsProps = { locale: 'es' | 'en'; policy: Pick<PolicyRow, 'name' | 'targets' | 'waitLimit'> }

const kinds = ['firstContact', 'resolution'] as const

/** A policy as a form: hours by priority, and how long a customer is waited for. */
export function PolicyFields({ locale, policy }: FieldsProps) {
  const t = translator(locale)
  return (
    <>
      <FormText
        name="name"
        label={t('settings.sla.name')}
        defaultValue={policy.name}
        required
        className="max-w-[320px]"
      />
      <table className="tbl tbl-flush max-w-[560px]">
        <thead>
          <tr>
            <th scope="col">{t('settings.sla.priority')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="whitespace-normal">
                {t(`settings.sla.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {priorities.map((priority) => (
            <tr key={priority}>
              <th scope="row" className="text-13 text-1">
                {t(`settings.sla.of.${priority}`)}
              </th>
              {kinds.map((kind) => (
                <td key={kind} className="py-1.5 align-top">
                  <Cell
                    name={`${priority}.${kind}`}
                    label={t('settings.sla.cell', {
                      what: t(`settings.sla.${kind}`),
                      priority: t(`settings.sla.of.${priority}`),
                    })}
                    value={String((policy.targets[priority]?.[kind] ?? 0) / 60)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <FormText
        name="waitHours"
        inputMode="decimal"
        label={t('settings.sla.wait')}
        hint={t('settings.sla.waitHint')}
        defaultValue={String(policy.waitLimit / 60)}
        className="max-w-[160px]"
      />
    </>
  )
}
