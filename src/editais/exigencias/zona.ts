import { rx } from './expressao.js';

/** What the headings above a clause say that it is about. `fora`: nothing that bidders must hand in. */
export type Zona = 'juridica' | 'fiscal' | 'tecnica' | 'economica' | 'declaracoes' | 'habilitacao' | 'apresentacao' | 'proposta' | 'participacao' | 'contratacao' | 'fora';

const ZONAS: readonly (readonly [RegExp, Zona])[] = [
  [rx(String.raw`\b(?:recurso|impugna|esclarecimento|sanc(?:ao|oes)|penalidade|infrac|pagamento|lances?\b|sessao|obrigac(?:ao|oes)|fiscaliza|dotac|reajust|recebimento do objeto|criterio\w* de (?:desempate|aceita)|anulac|extinc|rescis|definic|foro\b|vigencia|dimensionamento d[ae]|(?:solucao|metodologia|intervencao) propost|disposicoes (?:gerais|finais))`), 'fora'],
  [rx(String.raw`\b(?:habilitacao|qualificacao|capacidade|regularidade|documentacao) (?:relativa a (?:habilitacao |qualificacao )?)?juridica\b`), 'juridica'],
  [rx(String.raw`\b(?:habilitacao|qualificacao|regularidades?|documentacao|habilitacoes)\b¶40¶\b(?:fiscal|fiscais|trabalhista|social|previdenciari[ao])\b`), 'fiscal'],
  [rx(String.raw`\b(?:qualificacao|habilitacao|capacidade|capacitacao|situacao|documentacao|boa situacao)\b¶30¶\b(?:economic[ao]|financeir[ao]|contabil)\b|\beconomico ?- ?financeira\b`), 'economica'],
  [rx(String.raw`\b(?:qualificacao|habilitacao|capacidade|capacitacao|documentacao|aptidao)\b¶30¶\b(?:tecnic[ao]s?|tecnico|operacional|profissional|sanitari[ao])\b`), 'tecnica'],
  [rx(String.raw`^(?:d[aeo]s? )?(?:outras |demais |modelos? de )?declarac(?:ao|oes)\b`), 'declaracoes'],
  [rx(String.raw`\bpropostas?\b¶60¶\b(?:habilitacao|documentos|documentacao)\b|\b(?:habilitacao|documentos|documentacao)\b¶60¶\bpropostas?\b|\benvelopes?\b`), 'apresentacao'],
  [rx(String.raw`\bhabilita(?:cao|r|torio)|\bdocument(?:os|acao)\b¶40¶\b(?:habilita|exigid|necessari|licitante|complementar)|^(?:d[aeo]s? )?(?:outros |demais |relacao d[eo]s? )?document(?:os|acao)\b|^outr[ao]s comprovac`), 'habilitacao'],
  [rx(String.raw`\bproposta|\bamostras?\b|\bcatalogo|\bprova de conceito|\bplanilha|\bexequibil`), 'proposta'],
  [rx(String.raw`\bparticipa(?:cao|r)\b|\bcredenciamento\b|\bmicroempresa|\btratamento (?:favorecido|diferenciado)|\bconsorcio|\bvisita|\bvistoria`), 'participacao'],
  [rx(String.raw`\b(?:assinatura|contratacao|celebracao|garantia (?:d[ae] (?:execucao|proposta)|contratual|d[oe] contrato)|instrumento contratual|formalizacao)\b`), 'contratacao'],
];

/** The zone that a heading opens, by its folded text. */
export const zonaDoTitulo = (dobrado: string): Zona => ZONAS.find(([r]) => r.test(dobrado))?.[1] ?? 'fora';

/** Zones where a bare document name in a list is a demand. */
export const isDeHabilitacao = (z: Zona): boolean => z === 'juridica' || z === 'fiscal' || z === 'tecnica' || z === 'economica' || z === 'declaracoes' || z === 'habilitacao';
