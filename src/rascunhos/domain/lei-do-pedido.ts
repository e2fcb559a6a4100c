import { isContratacaoDireta, prazoDoPedido, type Caso } from './caso.js';

/** What the law says of the request under the tender's regime. Texts follow "com fundamento em", "na forma de". */
export interface LeiDoPedido {
  /** "no art. 164 da Lei 14.133/2021" */
  readonly fundamento: string;
  /** Who may make it: a sentence. Null when there is nothing to say. */
  readonly legitimidade: string | null;
  /** The legal advance, as the law words it; null when the law fixes none for this tender. */
  readonly antecedencia: string | null;
  /** How and when the agency answers: what follows "a resposta". Null when no rule is known. */
  readonly resposta: string | null;
  /** What a change of the edital leads to: what follows "requer". */
  readonly reabertura: string;
  /** What can still be done when the deadline is over: a sentence for whoever sends it. */
  readonly depois: string;
}

const PETICAO = 'no direito de petição (art. 5º, XXXIV, a, da Constituição)';
const DEPOIS_14133 = 'Passado o prazo, o órgão pode não conhecer do pedido; ainda pode rever o edital de ofício, e qualquer licitante ou pessoa pode representar ao controle interno ou ao tribunal de contas (art. 170, § 4º, da Lei 14.133/2021).';

/** Lei 14.133/2021, arts. 55, § 1º, 164 and 170, § 4º; Lei 13.303/2016, arts. 39 and 87; otherwise what the edital itself says. */
export function leiDoPedido(c: Caso): LeiDoPedido {
  const impugna = c.tipo === 'impugnacao';
  if (c.analise.regime === '13303') {
    return {
      fundamento: impugna ? 'no art. 87, § 1º, da Lei 13.303/2016' : 'nas regras do edital e no art. 87, § 1º, da Lei 13.303/2016',
      legitimidade: impugna ? 'O art. 87, § 1º, da Lei 13.303/2016 confere a qualquer cidadão legitimidade para impugnar o edital; o signatário a exerce também em nome próprio.' : null,
      antecedencia: 'até 5 dias úteis antes da data fixada para a ocorrência do certame', resposta: 'em até 3 dias úteis (art. 87, § 1º, da Lei 13.303/2016)',
      reabertura: 'a nova divulgação do edital e a reabertura do prazo para as propostas, quando a alteração afetar a sua preparação (art. 39, parágrafo único, da Lei 13.303/2016)',
      depois: 'Passado o prazo, a entidade pode não conhecer do pedido; ainda pode rever o edital de ofício, e qualquer licitante ou pessoa pode representar ao tribunal de contas ou ao controle interno (art. 87, § 2º, da Lei 13.303/2016).',
    };
  }
  if (isContratacaoDireta(c) || c.analise.regime === 'legado' || prazoDoPedido(c)?.dispositivo === null) {
    return {
      fundamento: prazoDoPedido(c)?.impresso ? `nas regras do próprio instrumento convocatório e ${PETICAO}` : PETICAO, legitimidade: null, antecedencia: null, resposta: null,
      reabertura: 'a nova divulgação do instrumento convocatório e a reabertura do prazo para as propostas, quando a alteração comprometer a sua formulação',
      depois: DEPOIS_14133,
    };
  }
  return {
    fundamento: 'no art. 164 da Lei 14.133/2021',
    legitimidade: 'O art. 164 da Lei 14.133/2021 confere a qualquer pessoa legitimidade para impugnar edital de licitação por irregularidade na aplicação da lei.',
    antecedencia: 'até 3 dias úteis antes da data de abertura do certame',
    resposta: 'divulgada em sítio eletrônico oficial em até 3 dias úteis, limitados ao último dia útil anterior à data da abertura do certame (art. 164, parágrafo único)',
    reabertura: 'a nova divulgação do edital e a reabertura dos prazos, sempre que a alteração comprometer a formulação das propostas (art. 55, § 1º, da Lei 14.133/2021)',
    depois: DEPOIS_14133,
  };
}
