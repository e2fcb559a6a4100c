import type { Analise } from '../analises/index.js';
import type { Exigencia, Penalidade } from '../editais/index.js';
import { formatPercentual } from '../kernel/index.js';
import { forte, lista, prova, selo, type Bloco, type Linha, type SecaoRelatorio } from './bloco.js';

const GATILHOS: Readonly<Record<Penalidade['gatilho'], string>> = { mora: 'Atraso', inexecucao_parcial: 'Inexecução parcial', inexecucao_total: 'Inexecução total', recusa_assinar: 'Recusa de assinar', outra: 'Outra conduta' };
const BASES: Readonly<Record<Penalidade['base'], string>> = { contrato: ' do contrato', parcela: ' da parcela', item: ' do item', lote: ' do lote', proposta: ' da proposta', ata: ' da ata', estimado: ' do valor estimado', nao_diz: '' };
const POR: Readonly<Record<Penalidade['por'], string>> = { dia: ' ao dia', hora: ' por hora', mes: ' ao mês', ocorrencia: '' };
const IMPEDIMENTOS = { impedimento: 'Impedimento de licitar', inidoneidade: 'Declaração de inidoneidade', suspensao: 'Suspensão' } as const;
const MAX_LINHAS = 40;

/** What the edital asks beyond the usual papers, how it punishes, which annexes were not among the files; null when the analysis has no lists. */
export function secaoListas({ listas }: Analise): SecaoRelatorio | null {
  if (!listas) return null;
  const { multas, impedimentos } = listas.penalidades;
  const incomuns = listas.exigencias.filter(isIncomum).slice(0, MAX_LINHAS);
  const ausentes = listas.anexos.filter((a) => !a.presente).slice(0, MAX_LINHAS);
  const penas: Linha[] = [
    ...multas.slice(0, MAX_LINHAS).map((m): Linha => [forte(GATILHOS[m.gatilho]), `: multa de ${formatPercentual(m.percentual)}${POR[m.por]}${BASES[m.base]}${m.tetoPercentual ? `, até ${formatPercentual(m.tetoPercentual)}` : ''}${m.tetoPrazo ? `, por até ${m.tetoPrazo.n} dias` : ''}`, ...prova(m.evidencia), ...aviso(m.aviso)]),
    ...impedimentos.map((i): Linha => [forte(IMPEDIMENTOS[i.tipo]), `: ${i.anosMinimo === null ? 'até' : `de ${i.anosMinimo} a`} ${i.anosMaximo} anos`, ...prova(i.evidencia), ...aviso(i.aviso)]),
  ];
  const blocos: Bloco[] = [];
  if (incomuns.length) blocos.push({ tipo: 'subtitulo', texto: 'Exigências fora do comum: leia e decida se atende ou se questiona' }, lista(incomuns.map((x): Linha => [forte(x.titulo), x.clausula ? ` (item ${x.clausula})` : '', ...prova(x.evidencia)])));
  if (penas.length) blocos.push({ tipo: 'subtitulo', texto: 'Penalidades' }, lista(penas));
  if (ausentes.length) blocos.push({ tipo: 'subtitulo', texto: 'Anexos citados que não estão nos arquivos' }, lista(ausentes.map((a): Linha => [forte(a.nome), a.titulo ? `, ${a.titulo}` : '', ...prova(a.citadoEm)])));
  return blocos.length ? { id: 'listas', titulo: 'Penalidades, anexos e exigências fora do comum', blocos } : null;
}

const aviso = (texto: string | null): Linha => (texto === null ? [] : [' ', selo('confira', 'atencao'), ` ${texto}`]);
/** In no list of the law, or of no known kind, of what decides who may bid. */
const isIncomum = (x: Exigencia): boolean => x.atipica || (x.tipo.endsWith('/outra') && (x.grupo === 'tecnica' || x.grupo === 'economica' || x.grupo === 'fiscal' || x.grupo === 'juridica'));
