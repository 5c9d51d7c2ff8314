import { stage, type Template, touchpoint } from '../template'

export const service: Template = {
  slug: 'attraction-delivery-after',
  name: { es: 'Captación, Entrega, Después', en: 'Attraction, Delivery, Afterwards' },
  text: {
    es: 'Para servicios que prestan personas: clínicas, despachos, escuelas, proyectos.',
    en: 'For services given by people: clinics, practices, schools, projects.',
  },
  stages: [
    stage('attraction', 'before', 'Captación', 'Attraction', [
      touchpoint(
        'first-contact',
        'Primer contacto',
        'First contact',
        ['phone', 'whatsapp', 'web'],
        'sales',
        'slow-answer unfriendly unclear-information long-wait great-service fast',
      ),
      touchpoint(
        'proposal',
        'Diagnóstico y propuesta',
        'Assessment and proposal',
        ['email', 'phone', 'other'],
        'sales',
        'price-high unclear-information lack-of-knowledge deadline-missed knowledgeable clear-information good-value',
      ),
      touchpoint(
        'agreement',
        'Contratación',
        'Agreement',
        ['email', 'web'],
        'billing',
        'hidden-costs few-payment-methods unclear-information easy clear-information',
      ),
    ]),
    stage('delivery', 'during', 'Entrega', 'Delivery', [
      touchpoint(
        'kick-off',
        'Inicio del servicio',
        'Start of the service',
        ['other', 'phone', 'email'],
        'operations',
        'long-wait unclear-information deadline-missed always-informed great-service',
      ),
      touchpoint(
        'service',
        'Prestación del servicio',
        'The service itself',
        ['store', 'other', 'phone'],
        'operations',
        'product-quality unfriendly lack-of-knowledge long-wait great-service knowledgeable kept-promise',
      ),
      touchpoint(
        'progress',
        'Avances y comunicación',
        'Progress and communication',
        ['email', 'whatsapp', 'phone'],
        'operations',
        'no-follow-up slow-answer repeated-explanation deadline-missed always-informed fast',
      ),
      touchpoint(
        'result',
        'Resultado',
        'Result',
        ['email', 'other'],
        'operations',
        'result-below-promise product-quality deadline-missed result-exceeded kept-promise',
      ),
    ]),
    stage('afterwards', 'after', 'Después', 'Afterwards', [
      touchpoint(
        'follow-up',
        'Seguimiento',
        'Follow-up',
        ['phone', 'email', 'whatsapp'],
        'customer-service',
        'no-follow-up not-solved slow-answer solved-well great-service',
      ),
      touchpoint(
        'invoicing',
        'Facturación',
        'Invoicing',
        ['email', 'web'],
        'billing',
        'billing-error slow-refund slow-answer easy fast',
      ),
      touchpoint(
        'recommendation',
        'Recompra y recomendación',
        'Coming back and recommending',
        ['email', 'phone'],
        'marketing',
        'price-high no-recognition result-below-promise trust good-value result-exceeded',
      ),
    ]),
  ],
}
