/** What a clause, or a question, is about; on folded text. A clause that is about more than was asked answers worse. */
const ASSUNTOS: readonly RegExp[] = [
  /amostra|prototipo|prova de conceito/, /impugna/, /\brecurs(?:o|al)|recorr/, /esclareciment|duvida/, /vistoria|visita/, /envelope/, /\bgarantia|caucao/, /\bmulta|sancao|sancoes|penalidade|infracao/,
  /reajust|repactua/, /subcontrat|terceiriz/, /consorci/, /dados pessoais|lgpd/, /sicaf|cadastr|credenci/, /microempresa|pequeno porte|\bepp\b/, /empat/, /\blances?\b/, /pagament|\bpag(?:ar|a|o)\b|liquidacao|nota fiscal|fatura/,
  /receb(?:ida|ido|iment)|provisori/, /entreg|forneciment/, /assin/, /vigencia|prorrog/, /habilita/, /atestad|acervo/, /declarac/, /fiscaliza|fiscal d|gestor/, /rescis|extincao/, /propost/, /falencia|recuperacao judicial/,
  /balanco|patrimonio|liquidez/, /treinament|capacitacao/, /suporte|chamado|atendiment/, /cronograma|medic(?:ao|oes)/, /\bart\b|\brrt\b/, /ambient/, /seguro|apolice/, /validade/, /adesao|carona/, /embalag/, /sigilo|confidenc/,
];

/** Numbers of the subjects of a folded text. */
export const assuntosDe = (dobrado: string): readonly number[] => ASSUNTOS.flatMap((r, i) => (r.test(dobrado) ? [i] : []));

/** Phase of the tender a question is about: the dispute (until the contract is signed) or its execution. */
const DISPUTA = /propost|lance|habilita|impugn|recurs|recorr|sessao|envelope|credenci|particip|esclarec|empat|disput|desclassific|inexequ|atestad|certid|assinar (?:o |a )?(?:contrato|ata)|cadastr|vencedor|vencer|catalogo|amostra|convoca|balanco|desconto|licenca|procurac/;
const EXECUCAO = /entreg|pagament|\bpag|nota fiscal|fatura|medic(?:ao|oes)|recebid|recebiment|\bobra|fiscaliz|fiscal d|gestor|suporte|chamado|substitu|defeito|multa|garantia|reajust|subcontrat|comec|inicia|treinament|validade|seguro|prorrog|sigilo|dados|retencao|parcela|instal|rescis|encerr/;

export type Fase = 'disputa' | 'execucao' | 'ambas' | 'nenhuma';
export function faseDe(dobrada: string): Fase {
  const d = DISPUTA.test(dobrada);
  const e = EXECUCAO.test(dobrada);
  return d && e ? 'ambas' : d ? 'disputa' : e ? 'execucao' : 'nenhuma';
}
