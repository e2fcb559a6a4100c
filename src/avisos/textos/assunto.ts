import { formatCnpj, showable, squeeze } from '../../kernel/index.js';
import type { AvisoDados, TipoAviso } from '../domain/aviso.js';
import { formatFalta, shorten } from '../domain/formatar.js';
import { objetoDe } from './bloco-do-aviso.js';

const MAX_ASSUNTO = 140;
const NOMES: Readonly<Record<TipoAviso, readonly [um: string, varios: string]>> = {
  prazo: ['prazo perto', 'prazos perto'], mudanca: ['licitação mudou', 'licitações mudaram'], certidao: ['certidão a vencer', 'certidões a vencer'], recomendacao: ['licitação nova', 'licitações novas'],
};
/** What is most urgent first; sections and subjects follow it. */
export const ORDEM: readonly TipoAviso[] = ['prazo', 'mudanca', 'certidao', 'recomendacao'];

/** The company as a subject names it. */
export const nomeDaEmpresa = (razaoSocial: string | null, cnpj: string): string => (razaoSocial ? shorten(squeeze(showable(razaoSocial)), 60) : `CNPJ ${formatCnpj(cnpj)}`);

/** One line, no breaks: what one aviso says, or how many there are of each kind. @param empresa as `nomeDaEmpresa` */
export function assuntoDe(avisos: readonly AvisoDados[], empresa: string): string {
  const [unico, segundo] = avisos;
  const texto = unico && !segundo ? assuntoDeUm(unico) : `${joinE(ORDEM.flatMap((tipo) => countOf(avisos, tipo)))} – ${empresa}`;
  return shorten(squeeze(showable(texto)), MAX_ASSUNTO);
}

function assuntoDeUm(a: AvisoDados): string {
  const objeto = objetoDe(a.licitacao);
  switch (a.tipo) {
    case 'prazo': return `${a.prazo.titulo} ${formatFalta(a.prazo.diasUteisRestantes)}: ${objeto}`;
    case 'mudanca': return `Mudou: ${objeto}`;
    case 'certidao': return `${a.certidao.titulo} vence antes de ser pedida: ${objeto}`;
    case 'recomendacao': return `Licitação nova: ${objeto}`;
  }
}

function countOf(avisos: readonly AvisoDados[], tipo: TipoAviso): string[] {
  const n = avisos.filter((a) => a.tipo === tipo).length;
  return n === 0 ? [] : [`${n} ${NOMES[tipo][n === 1 ? 0 : 1]}`];
}

const joinE = (partes: readonly string[]): string => (partes.length < 2 ? partes.join('') : `${partes.slice(0, -1).join(', ')} e ${partes.at(-1)}`);
