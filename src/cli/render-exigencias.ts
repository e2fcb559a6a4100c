import type { EmVigor, Exigencia, ListasDoEdital } from '../editais/index.js';
import { formatPercentual } from '../kernel/index.js';

type Grupo = Exigencia['grupo'];
const GRUPOS: Readonly<Record<Grupo, string>> = {
  juridica: 'Habilitação jurídica', fiscal: 'Regularidade fiscal e trabalhista', tecnica: 'Qualificação técnica', economica: 'Qualificação econômico-financeira', declaracao: 'Declarações', proposta: 'Proposta', contratacao: 'Para contratar',
};
const QUEM: Readonly<Record<Exigencia['quem'], string | null>> = {
  todos: null, vencedor: 'só do vencedor', me_epp: 'de ME/EPP', consorcio: 'de consórcio', cooperativa: 'de cooperativa', estrangeira: 'de empresa estrangeira', empresario_individual: 'de empresário individual', sociedade: 'de sociedade', pessoa_fisica: 'de pessoa física',
};
const QUANDO: Readonly<Record<Exigencia['quando'], string | null>> = { proposta: 'com a proposta', habilitacao: null, assinatura: 'na assinatura', execucao: 'na execução' };
const GATILHOS = { mora: 'atraso', inexecucao_parcial: 'inexecução parcial', inexecucao_total: 'inexecução total', recusa_assinar: 'recusa de assinar', outra: 'outra conduta' } as const;
const BASES = { contrato: 'do contrato', parcela: 'da parcela', item: 'do item', lote: 'do lote', proposta: 'da proposta', ata: 'da ata', estimado: 'do estimado', nao_diz: '(base não dita)' } as const;
const POR = { dia: ' ao dia', hora: ' por hora', mes: ' ao mês', ocorrencia: '' } as const;
const MAX_TRECHO = 160;

const onde = (e: { readonly documento: string; readonly pagina: number; readonly trecho: string }): string => `p. ${e.pagina} de ${e.documento}: “${e.trecho.length > MAX_TRECHO ? `${e.trecho.slice(0, e.trecho.lastIndexOf(' ', MAX_TRECHO))}…` : e.trecho}”`;

/** The lists as a person reads them on a terminal. */
export function renderExigencias({ exigencias, penalidades, anexos }: ListasDoEdital, emVigor: EmVigor | null): string {
  const linhas: string[] = emVigor ? [`Edital: ${emVigor.documento}`, ''] : [];
  for (const grupo of Object.keys(GRUPOS) as Grupo[]) {
    const dele = exigencias.filter((x) => x.grupo === grupo);
    if (dele.length) linhas.push(`${GRUPOS[grupo]} (${dele.length})`, ...dele.flatMap(toLinhas), '');
  }
  if (penalidades.multas.length || penalidades.impedimentos.length) linhas.push('Penalidades', ...penalidades.multas.flatMap((m) => [
    `  - ${GATILHOS[m.gatilho]}: ${formatPercentual(m.percentual)}${POR[m.por]} ${BASES[m.base]}${m.tetoPercentual ? `, até ${formatPercentual(m.tetoPercentual)}` : ''}${m.tetoPrazo ? `, por até ${m.tetoPrazo.n} dias` : ''}`, `    ${onde(m.evidencia)}`, ...(m.aviso ? [`    ! ${m.aviso}`] : []),
  ]), ...penalidades.impedimentos.flatMap((i) => [`  - ${i.tipo === 'inidoneidade' ? 'inidoneidade' : i.tipo === 'impedimento' ? 'impedimento de licitar' : 'suspensão'}: ${i.anosMinimo === null ? 'até ' : `de ${i.anosMinimo} a `}${i.anosMaximo} anos`, `    ${onde(i.evidencia)}`, ...(i.aviso ? [`    ! ${i.aviso}`] : [])]), '');
  if (anexos.length) linhas.push('Anexos citados', ...anexos.map((a) => `  - ${a.nome}${a.titulo ? `, ${a.titulo}` : ''}: ${a.presente ? `presente${a.presenteEm ? ` (p. ${a.presenteEm.pagina} de ${a.presenteEm.documento})` : ''}` : `ausente${a.citadoEm ? ` (citado na p. ${a.citadoEm.pagina})` : ''}`}`), '');
  return linhas.length ? `${linhas.join('\n').trimEnd()}\n` : 'Nenhuma exigência foi lida.\n';
}

function toLinhas(x: Exigencia): string[] {
  const marcas = [QUEM[x.quem], QUANDO[x.quando], x.condicional ? 'condicional' : null, x.atipica ? 'fora das listas da lei' : null].filter(Boolean);
  return [`  - ${x.titulo}${marcas.length ? ` (${marcas.join('; ')})` : ''}${x.clausula ? `, item ${x.clausula}` : ''}`, `    ${onde(x.evidencia)}`];
}
