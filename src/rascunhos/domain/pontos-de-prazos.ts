import type { Prazo } from '../../analises/index.js';
import type { Caso } from './caso.js';
import { enumerar, limpar } from './palavras.js';
import { base, semRepetir, type Ponto } from './ponto.js';
import { toFrase, toPeticao } from './voz.js';

interface Conflito {
  readonly padrao: RegExp;
  readonly pergunta: (m: RegExpExecArray) => string;
  /** Check that already asks this, when it found something. */
  readonly verificacao?: string;
  /** Nothing to ask when that check found it tolerable. */
  readonly toleravel?: true;
  /** Point or divergence that already asks this. */
  readonly outro?: string;
}

const ATE_QUANDO = 'Até que dia e hora serão recebidos impugnações e pedidos de esclarecimento?';
/** Conflicts between the readings of a deadline, as the analysis words them, and what each leads one to ask. */
const CONFLITOS: readonly Conflito[] = [
  { padrao: /traz dois prazos \(([^)]{1,60})\)/, pergunta: (m) => `Qual é a antecedência, entre as que o edital traz (${m[1]})?` },
  { padrao: /dias úteis de antecedência e a lei/, pergunta: () => ATE_QUANDO, verificacao: 'impugnacao_antecedencia' },
  { padrao: /O edital imprime .+; pela lei/, pergunta: () => `Que data vale como limite? ${ATE_QUANDO}` },
  { padrao: /fecha às/, pergunta: () => 'Serão recebidos pedidos até o fim do último dia do prazo?', verificacao: 'impugnacao_hora_limite', toleravel: true },
  { padrao: /ponto facultativo/i, pergunta: () => `Haverá expediente no órgão nos pontos facultativos anteriores à abertura? ${ATE_QUANDO}` },
  { padrao: /e o PNCP,/, pergunta: () => 'Qual das datas vale, a do edital ou a do PNCP?', outro: 'divergencia.propostas_fim' },
  { padrao: /mais de uma data para a sessão/, pergunta: () => 'Em que dia e hora será a abertura da sessão pública?', outro: 'fato.sessao_abertura' },
];
const IDS: readonly Prazo['id'][] = ['impugnacao', 'esclarecimento', 'vistoria', 'propostas', 'sessao'];
const NOMES: Partial<Readonly<Record<Prazo['id'], string>>> = { impugnacao: 'impugnar', esclarecimento: 'pedir esclarecimento', vistoria: 'a vistoria', propostas: 'enviar a proposta', sessao: 'a sessão' };

/** Deadlines whose readings disagree; two with the same disagreement are one point. `jaDitos`: ids of the points made before. */
export function pontosDePrazos({ analise: { prazos, verificacoes } }: Caso, jaDitos: ReadonlySet<string>): readonly Ponto[] {
  const grupos = Map.groupBy(prazos.filter((x) => IDS.includes(x.id) && x.conflito !== null), (x) => x.conflito!);
  return [...grupos].flatMap(([conflito, iguais]): Ponto[] => {
    const achados = CONFLITOS.flatMap((k) => {
      const m = k.padrao.exec(conflito);
      return m ? [{ ...k, m }] : [];
    });
    const tolera = (k: Conflito): boolean => k.toleravel === true && verificacoes.some((v) => v.regra === k.verificacao && v.resultado === 'ok');
    const novos = achados.filter((k) => !tolera(k) && ![k.verificacao, k.outro].some((id) => id !== undefined && jaDitos.has(id)));
    const duvida = toFrase(limpar(toPeticao(conflito)));
    if (!duvida || (achados.length && !novos.length)) return [];
    return [{
      ...base, id: `prazo.${iguais[0]!.id}`, titulo: `Prazo para ${enumerar(iguais.map((x) => NOMES[x.id] ?? x.titulo))}`, evidencias: semRepetir(iguais.flatMap((x) => x.evidencias)), duvida,
      dispositivo: iguais[0]!.dispositivo, pergunta: novos[0]?.pergunta(novos[0].m) ?? 'Que data e hora valem?', pedido: 'a correção do prazo no edital',
    }];
  });
}
