import type { CauseSide, controls } from '@/db/words/journeys'
import type { CauseSeed, GroupSeed } from '../template'

/** The upper level: what a cause belongs to. */
export const groups: GroupSeed[] = rows(`
product | Producto | Product
price | Precio y cargos | Price and charges
information | Información y publicidad | Information and advertising
fulfilment | Entrega y cumplimiento | Delivery and fulfilment
treatment | Trato y atención | Service and treatment
digital-channels | Sitio y aplicación | Site and app
payments | Pagos y facturas | Payments and invoices
after-sales | Después de la compra | After the purchase
strengths | Lo que funciona | What works
`).map(([slug = '', es = '', en = '']) => [slug, es, en])

/** Slug, group, side, who controls it, whether it stops a purchase, Spanish, English. */
export const causes: CauseSeed[] = rows(`
product-quality | product | detractor | us | - | La calidad no fue la esperada | Quality was not as expected
wrong-item | product | detractor | us | stops | Recibí algo distinto | I received the wrong item
out-of-stock | product | detractor | us | stops | No había existencias | It was out of stock
missing-feature | product | detractor | us | - | Le falta algo que necesito | It lacks something I need
defective | product | detractor | partner | - | Llegó dañado o con defecto | It arrived faulty or damaged
price-high | price | detractor | us | stops | El precio es alto para lo que ofrece | Too expensive for what it offers
hidden-costs | price | detractor | us | stops | Hubo cargos que no esperaba | There were charges I did not expect
promotion-not-honored | price | detractor | us | stops | No respetaron la promoción | The promotion was not honored
unclear-information | information | detractor | us | - | La información no era clara | The information was unclear
misleading-advertising | information | detractor | us | - | La publicidad prometía otra cosa | The advertising promised something else
too-many-messages | information | detractor | us | - | Recibo demasiados mensajes | I get too many messages
hard-to-compare | information | detractor | us | stops | Fue difícil comparar opciones | It was hard to compare options
late-delivery | fulfilment | detractor | partner | - | La entrega llegó tarde | The delivery was late
incomplete-delivery | fulfilment | detractor | us | - | El pedido llegó incompleto | The order was incomplete
no-tracking | fulfilment | detractor | partner | - | No supe dónde iba mi pedido | I could not follow my order
deadline-missed | fulfilment | detractor | us | - | No cumplieron la fecha acordada | The agreed date was missed
result-below-promise | fulfilment | detractor | us | - | El resultado no fue lo prometido | The result was not what was promised
slow-answer | treatment | detractor | us | - | Tardaron en responder | It took too long to get an answer
unfriendly | treatment | detractor | us | - | El trato no fue amable | I was not treated kindly
not-solved | treatment | detractor | us | - | No resolvieron mi problema | My problem was not solved
repeated-explanation | treatment | detractor | us | - | Tuve que explicar lo mismo varias veces | I had to explain the same thing several times
lack-of-knowledge | treatment | detractor | us | - | No conocían bien lo que ofrecen | They did not know what they offer well enough
long-wait | treatment | detractor | us | - | Esperé demasiado | I waited too long
site-difficult | digital-channels | detractor | us | stops | El sitio o la app es difícil de usar | The site or app is hard to use
site-error | digital-channels | detractor | us | stops | El sitio o la app falló | The site or app failed
login-problems | digital-channels | detractor | us | stops | No pude entrar a mi cuenta | I could not get into my account
payment-failed | payments | detractor | partner | stops | Mi pago no pasó | My payment did not go through
few-payment-methods | payments | detractor | us | stops | Faltan formas de pago | There are not enough ways to pay
billing-error | payments | detractor | us | - | Me cobraron o facturaron mal | I was charged or invoiced wrongly
slow-refund | payments | detractor | partner | - | El reembolso tarda | The refund is slow
return-difficult | after-sales | detractor | us | - | Devolver o cambiar fue complicado | Returning or exchanging was difficult
warranty-denied | after-sales | detractor | partner | - | No aceptaron la garantía | The warranty was not honored
no-follow-up | after-sales | detractor | us | - | Nadie dio seguimiento | Nobody followed up
rewards-useless | after-sales | detractor | us | - | Los beneficios no me sirven | The rewards are of no use to me
no-recognition | after-sales | detractor | us | - | No reconocen mi lealtad | My loyalty is not recognized
cancel-difficult | after-sales | detractor | us | - | Cancelar fue complicado | Cancelling was difficult
great-service | strengths | promoter | us | - | Me atendieron muy bien | I was looked after very well
fast | strengths | promoter | us | - | Fue rápido | It was quick
easy | strengths | promoter | us | - | Fue sencillo | It was easy
product-excellent | strengths | promoter | us | - | El producto es excelente | The product is excellent
good-value | strengths | promoter | us | - | Vale lo que cuesta | It is good value for money
clear-information | strengths | promoter | us | - | La información fue clara | The information was clear
kept-promise | strengths | promoter | us | - | Cumplieron lo prometido | They kept their promise
knowledgeable | strengths | promoter | us | - | Saben de lo que hablan | They know what they talk about
found-it | strengths | promoter | us | - | Encontré lo que buscaba | I found what I was looking for
well-packed | strengths | promoter | us | - | Llegó bien empacado | It arrived well packed
solved-well | strengths | promoter | us | - | Resolvieron mi problema | They solved my problem
good-rewards | strengths | promoter | us | - | Los beneficios valen la pena | The rewards are worth it
trust | strengths | promoter | us | - | Les tengo confianza | I trust them
result-exceeded | strengths | promoter | us | - | El resultado superó lo que esperaba | The result was better than I expected
useful-content | strengths | promoter | us | - | El contenido me sirvió | The content was useful
always-informed | strengths | promoter | us | - | Siempre supe qué seguía | I always knew what came next
`).map(([slug = '', group = '', side, control, stops, es = '', en = '']) => [
  slug,
  group,
  side as CauseSide,
  control as (typeof controls)[number],
  stops === 'stops',
  es,
  en,
])

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))
}
