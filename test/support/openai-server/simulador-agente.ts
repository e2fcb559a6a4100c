import { contarComuns, falaAModelos, frasesDe } from './frases.ts';
import type { Dossie, Lugar } from './ler-dossie.ts';
import { parafrasear, reconta } from './parafrasear.ts';
import { radicaisDe } from './vetor.ts';

export const AGENTES = ['estrategico', 'operacional', 'juridico', 'financeiro'] as const;
export type Agente = (typeof AGENTES)[number];

/** What each agent cares about: words of its trade, and what it would search for. */
const ASSUNTOS: Readonly<Record<Agente, { readonly palavras: string; readonly busca: string; readonly dimensoes: readonly string[] }>> = {
  estrategico: { palavras: 'objeto contratação lote item itens quantidade critério julgamento menor preço participação consórcio subcontratação microempresa exclusiva preferência ampla concorrência atestado experiência vigência prorrogação registro adesão valor estimado', busca: 'objeto da contratação e critério de julgamento', dimensoes: ['aderencia', 'competicao'] },
  operacional: { palavras: 'prazo entrega execução local horário instalação equipe profissional visita técnica vistoria amostra equipamento material fornecimento recebimento provisório definitivo treinamento suporte manutenção substituição cronograma ordem serviço dias úteis transporte', busca: 'prazo e local de entrega ou de execução', dimensoes: ['prazo'] },
  juridico: { palavras: 'habilitação certidão regularidade fiscal trabalhista declaração impugnação esclarecimento recurso sanção multa advertência impedimento inidoneidade rescisão extinção vedado proibido documento registro contrato social falência lei responsabilidade penalidade desclassificação', busca: 'documentos de habilitação, recursos e sanções', dimensoes: ['habilitacao', 'legalidade'] },
  financeiro: { palavras: 'pagamento preço valor garantia proposta reajuste índice balanço patrimonial patrimônio líquido capital liquidez nota fiscal dotação orçamentária multa mora custo planilha encargos tributos retenção antecipado fatura percentual', busca: 'condições de pagamento, garantia e qualificação econômico-financeira', dimensoes: ['economico', 'risco'] },
};
export const dimensoesDo = (agente: Agente): readonly string[] => ASSUNTOS[agente].dimensoes;
export const buscaDo = (agente: Agente): string => ASSUNTOS[agente].busca;

/** A claim that could be made, and how much it is the agent's business. */
export interface Candidata {
  readonly texto: string;
  readonly tipo: 'exigencia' | 'risco' | 'oportunidade' | 'recomendacao' | 'observacao';
  readonly citacao: Lugar & { readonly trecho: string };
  readonly peso: number;
}

const TIPOS: readonly (readonly [RegExp, Candidata['tipo']])[] = [
  [/vedad|multa|san[çc]|penalidad|rescis|extin[çc]|desclassific|inabilit|impediment|inid[ôo]ne/i, 'risco'],
  [/prefer[êe]ncia|exclusiv[oa]s?\b|subcontrata[çc]|cons[óo]rcio|antecipad|prorroga/i, 'oportunidade'],
  [/^(?!.*\bn[ãa]o\b).*(?:dever|exig|obrigat|apresentar|comprova)/i, 'exigencia'],
];
export const tipoDe = (texto: string): Candidata['tipo'] => TIPOS.find(([padrao]) => padrao.test(texto))?.[1] ?? 'observacao';

/** A fact in a sentence; the unit that its title holds goes after the value. */
export function dizerFato({ titulo, valor }: { readonly titulo: string; readonly valor: string }): string {
  const [, nome = titulo, unidade = ''] = /^(.*?)\s+\(([^()]+)\)$/.exec(titulo) ?? [];
  return `${nome}, segundo o edital: ${valor}${unidade && /^[\d.,]+$/.test(valor) ? ` ${unidade}` : ''}.`.replace(/\.\.$/, '.');
}

const ABERTURA: Readonly<Record<Candidata['tipo'], string>> = { risco: 'Merece cautela o que o edital dispõe', oportunidade: 'O edital abre esta possibilidade', exigencia: 'O edital exige', recomendacao: 'Convém observar', observacao: 'O edital estabelece' };

/** Sentences and facts of a dossier as claims of an agent, best first; of equals, those that come first. Nothing that is not in the dossier. */
export function candidatasDe(dossie: Dossie, agente: Agente): readonly Candidata[] {
  const palavras = new Set(radicaisDe(ASSUNTOS[agente].palavras));
  const dosFatos = dossie.fatos.filter((f) => f.valor && f.trecho.length >= 12 && f.trecho.length <= 400 && f.pagina > 0 && !falaAModelos(f.trecho)).map((f): Candidata => ({
    texto: dizerFato(f), tipo: tipoDe(`${f.titulo} ${f.trecho}`), citacao: { documento: f.documento, pagina: f.pagina, trecho: f.trecho },
    peso: contarComuns(`${f.campo.replaceAll('_', ' ')} ${f.titulo} ${f.trecho}`, palavras) * 0.8,
  }));
  const dosTrechos = dossie.trechos.flatMap((t) => (t.pagina > 0 ? frasesDe(t.texto) : []).map(({ trecho, dita }): Candidata => {
    const tipo = tipoDe(dita);
    return { texto: reconta(dita) ? parafrasear(dita, tipo) : `${ABERTURA[tipo]}: ${dita}`, tipo, citacao: { documento: t.documento, pagina: t.pagina, trecho }, peso: contarComuns(dita, palavras) };
  }));
  const ditas: ReadonlySet<string>[] = [];
  return [...dosFatos, ...dosTrechos].sort((a, b) => b.peso - a.peso).slice(0, MAX_CANDIDATAS).filter((c) => {
    const palavrasDela = new Set(radicaisDe(c.citacao.trecho));
    const repete = ditas.some((d) => [...palavrasDela].filter((w) => d.has(w)).length > PARECIDAS * Math.min(d.size, palavrasDela.size));
    if (!repete) ditas.push(palavrasDela);
    return !repete;
  });
}

/** Most looked at; and the share of words in common above which one says what another said. */
const MAX_CANDIDATAS = 120;
const PARECIDAS = 0.7;

const dobrar = (t: string): string => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Which agent a system text speaks to: the one it names first in "agente X", else the one it names most. */
export function agenteDe(sistema: string): Agente | null {
  const texto = dobrar(sistema);
  const direto = /(?:agente|analista|especialista|consultor|parecer|papel)[^.\n]{0,40}?\b(estrategic|operaciona|juridic|financeir)/.exec(texto)?.[1];
  const raiz = (a: Agente): string => a.slice(0, -1);
  if (direto) return AGENTES.find((a) => raiz(a).startsWith(direto.slice(0, 7))) ?? null;
  const contagem = AGENTES.map((a) => [a, texto.split(raiz(a)).length - 1] as const).filter(([, n]) => n > 0).sort((x, y) => y[1] - x[1]);
  return contagem[0]?.[0] ?? null;
}
