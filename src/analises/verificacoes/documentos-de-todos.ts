import { isLicitacao, VIGENCIA_14133, type Regra } from './regra.js';
import { findTrechos, semClausula } from './trechos.js';

const HABILITACAO = String.raw`(?:documentos?|documentacao)\s+(?:exigid\w+\s+para\s+|relativ\w+\s+a\s+|de\s+|para\s+)?(?:a\s+)?habilitacao`;
const COM_A_PROPOSTA = String.raw`\b(?:concomitantemente|simultaneamente|juntamente|em\s+conjunto|junto)\s+(?:com\s+)?(?:a|os|sua)?\s*`;
const PADROES = [
  new RegExp(String.raw`\b(?:encaminha|envia|anexa|insir|inserir|inclui|apresenta|cadastra|entrega)\w*\b[^;]{0,200}?${COM_A_PROPOSTA}${HABILITACAO}`),
  new RegExp(String.raw`\b(?:encaminha|envia|anexa|insir|inserir|inclui|apresenta|cadastra)\w*\b[^;]{0,120}?${HABILITACAO}[^;]{0,160}?\b(?:ate\s+a\s+(?:data|abertura)|antes\s+da\s+abertura|no\s+ato\s+d[oe]\s+cadastr\w+|ate\s+o\s+horario|${COM_A_PROPOSTA.slice(2)}proposta)`),
  new RegExp(String.raw`\b(?:anexar|inserir|enviar|encaminhar)\b[^;]{0,80}?${HABILITACAO}[^;]{0,60}?\b(?:no\s+ato|no\s+momento)\s+d[oe]\s+cadastr\w+`),
];
const SUGESTAO = 'Pedir que a documentação fiscal seja exigida só do mais bem classificado, depois do julgamento. Enquanto isso, tenha tudo pronto na data da proposta.';
/** Only in inverted phases, or the papers of declarations: not a demand on all. */
const SO_DO_VENCEDOR = /\b(?:anteced\w+|declaro|declara\w+\s+de\s+cumprimento|vencedor\w*|mais\s+bem\s+classificad\w+|melhor\s+classificad\w+|primeir[oa]\s+colocad\w+|arrematante|provisoriamente|facultad|poder(?:a|ao)|apos\s+(?:o\s+)?(?:encerramento|julgamento|fase)|podendo)\b/;

/** Phases inverted for sure ("antecederá"), not in a hypothesis ("caso anteceda"). */
const INVERSAO = /\bfase\s+de\s+habilitacao\s+(?:ira\s+)?(?:antecedera|precedera|anteceder|preceder|sera\s+(?:anterior|previa|realizada\s+antes))\b|\bhabilitacao\s+(?:antecedera|precedera)\b/;
/** What keeps the fiscal papers for later all the same. */
const FISCAL_DEPOIS = /\bregularidade\s+fiscal\b[^;]{0,300}?\b(?:posterior\w*|apos|depois)\b[^;]{0,60}?\bjulgamento\b|\bregularidade\s+fiscal\b[^;]{0,300}?\b(?:somente|apenas)\b[^;]{0,60}?\b(?:licitante\s+mais\s+bem|vencedor|primeir[oa]\s+(?:colocad|classificad))/;

/** Fiscal papers after the judgement and from the best placed only, even with phases inverted (art. 63, II and III). */
export const documentosDeTodos: Regra = {
  id: 'documentos_de_todos_art63', titulo: 'Documentos de habilitação pedidos de todos', dispositivo: 'art. 63, II e III, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    if (!isLicitacao(c)) return null;
    const t = PADROES.flatMap((p) => findTrechos(c.texto, p, { regioes: ['edital'], requer: /\bpropostas?\b|cadastr/, exceto: SO_DO_VENCEDOR, semCondicao: true }))[0];
    const inversao = t || FISCAL_DEPOIS.test(c.texto.dobrado) ? undefined : findTrechos(c.texto, INVERSAO, { regioes: ['edital'], semCondicao: true })[0];
    if (inversao) {
      return {
        resultado: 'indicio', motivo: 'O edital inverte as fases e não guarda a regularidade fiscal para depois do julgamento; a lei só a quer do mais bem classificado, mesmo com inversão.',
        evidencias: [inversao.evidencia], sugestao: SUGESTAO,
      };
    }
    if (!t) return semClausula(c, 'peça de todos os documentos de habilitação');
    return {
      resultado: 'indicio', motivo: 'O edital pede os documentos de habilitação já no cadastro da proposta; a lei os quer só do vencedor, e os fiscais só depois do julgamento, mesmo com inversão de fases.',
      evidencias: [t.evidencia], sugestao: SUGESTAO,
    };
  },
};
