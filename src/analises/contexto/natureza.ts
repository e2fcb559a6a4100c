import type { Modalidade, RegimeExecucao } from '../../editais/index.js';
import type { Licitacao } from '../../licitacoes/index.js';
import { fold } from '../../kernel/index.js';

/** What is bought: it sets the deadline of art. 55 and which limits apply. */
export type Natureza = 'bens' | 'servicos' | 'servicos_engenharia' | 'obras' | 'indefinida';

const OBRA = /\b(?:obras?|construcao|edificacao|pavimenta[cd]\w*|recapeamento|recape|drenagem(?=\s+(?:pluvia|urbana|de\s|e\s|superficia|profunda|\w+\s+pluvia))|terraplen\w+|reforma|ampliacao|revitalizacao|urbanizacao|calcamento)\b/;
const ENGENHARIA = /\bservicos?\s+(?:(?:comu(?:m|ns)|especia(?:l|is)|especializados?|tecnicos?)\s+){0,2}de\s+(?:engenharia|arquitetura)\b|\bmanutencao\s+(?:predial|da\s+iluminacao|de\s+vias)|\bsinalizacao\s+viaria/;
/** "Com fornecimento de materiais e mão de obra" belongs to a service or to works. */
const BENS = /\b(?:aquisic(?:ao|oes)|compras?|(?<!\b(?:com|incluindo|inclusive|incluido)\s+(?:o\s+)?)fornecimento)\b/;
const SERVICO = /\b(?:prestacao\s+de\s+servicos?|servicos?|licenciamento|locacao|cessao\s+de\s+(?:direito\s+de\s+)?uso|assinatura|consultoria|softwares?|licencas?|concessao|permissao|credenciamento|manutencao|capacitacao|seguro)\b/;

/**
 * Nature of the object by the words that open it: the verb or noun that comes first rules ("aquisição de … com serviços de
 * instalação" is a purchase); an empreitada or a
 * concorrência tips what is left in doubt to works. PNCP's material/serviço mark decides between goods and services when all items agree.
 */
export function naturezaDe(objeto: string | null, licitacao: Licitacao | null, regimeExecucao: RegimeExecucao | null = null, modalidade: Modalidade | null = null): Natureza {
  const texto = fold(objeto ?? licitacao?.objeto ?? '').slice(0, 400);
  const em = (r: RegExp): number => {
    const i = texto.search(r);
    return i < 0 ? Number.POSITIVE_INFINITY : i;
  };
  const [obra, engenharia, bens, servico] = [em(OBRA), em(ENGENHARIA), em(BENS), em(SERVICO)];
  const marcas = new Set((licitacao?.itens ?? []).map((i) => i.materialOuServico).filter((m) => m !== null));
  if (marcas.size === 1 && marcas.has('M')) return 'bens';
  if (engenharia < Number.POSITIVE_INFINITY && engenharia <= obra && engenharia < bens) return 'servicos_engenharia';
  if (obra < bens && (isObra(texto, obra, servico) || isDeObra(regimeExecucao) || modalidade === 'concorrencia')) return 'obras';
  if (bens < servico) return 'bens';
  if (servico < Number.POSITIVE_INFINITY) return 'servicos';
  if (marcas.size === 1 && marcas.has('S')) return 'servicos';
  return isDeObra(regimeExecucao) ? 'obras' : 'indefinida';
}

/** Regimes of execution that only works and engineering have (art. 46). */
const isDeObra = (r: RegimeExecucao | null): boolean => r !== null && r !== 'tarefa' && r !== 'fornecimento_prestacao_associada';

/** "Execução de obra de …", "construção da …": not "serviço de limpeza de obras" nor "projeto de obra". */
const isObra = (texto: string, obra: number, servico: number): boolean =>
  obra <= servico || /\b(?:execucao|empreitada|engenharia)\b/.test(texto.slice(Math.max(0, obra - 120), obra));
