import { formatDia, formatDinheiro, showable, squeeze } from '../../kernel/index.js';
import type { AvisoDados, LicitacaoDoAviso } from '../domain/aviso.js';
import { formatFalta, formatQuando, shorten } from '../domain/formatar.js';
import { linkPncp } from '../domain/link-pncp.js';

/** An aviso as people read it, whatever the form: plain text, from data that others wrote. */
export interface BlocoDeAviso {
  readonly titulo: string;
  readonly linhas: readonly string[];
  readonly link: string | null;
}

const MAX_OBJETO = 220;
const clean = (texto: string): string => squeeze(showable(texto));
/** "fornecimento de…", or where it is when nobody said what it is. */
export const objetoDe = ({ objeto, orgao }: LicitacaoDoAviso): string => shorten(clean(objeto ?? orgao ?? 'Licitação sem descrição'), MAX_OBJETO);

function lugarDe({ orgao, municipio, uf }: LicitacaoDoAviso): string | null {
  const lugar = [municipio, uf].filter((t) => t !== null).join('/');
  return [orgao, lugar].filter((t) => t !== null && t !== '').map((t) => clean(t!)).join(' – ') || null;
}

/** The text of an aviso. */
export function toBloco(dados: AvisoDados): BlocoDeAviso {
  const { licitacao: l } = dados;
  const link = linkPncp(l.numeroControlePNCP);
  switch (dados.tipo) {
    case 'recomendacao': return { titulo: objetoDe(l), link, linhas: keep([lugarDe(l), fichaDe(l), `Afinidade com a empresa: ${Math.round(dados.score * 100)}%`, ...dados.motivos.map(clean)]) };
    case 'prazo': {
      const { titulo, vinculante, diasUteisRestantes, fonte, onde, dispositivo } = dados.prazo;
      const origem = fonte === 'estimado' ? `Data estimada (${dispositivo ?? 'pela lei'}) a partir do PNCP: confira no edital.` : onde === null ? null : `Fonte: ${clean(onde)}`;
      return { titulo: `${titulo}: ${formatQuando(vinculante)} (${formatFalta(diasUteisRestantes)})`, link, linhas: keep([objetoDe(l), lugarDe(l), origem]) };
    }
    case 'certidao': return {
      titulo: `${clean(dados.certidao.titulo)}: válida só até ${formatDia(dados.certidao.validade)}`, link,
      linhas: keep([`Esta licitação deve pedi-la em ${formatDia(dados.exigidaEm)}: renove antes.`, objetoDe(l), lugarDe(l)]),
    };
    case 'mudanca': return { titulo: objetoDe(l), link, linhas: keep([lugarDe(l), ...dados.mudancas.map((m) => `${clean(m.titulo)}: ${[m.antes, m.depois].filter((t) => t !== null).map((t) => clean(t!)).join(' → ')}`)]) };
  }
}

function fichaDe(l: LicitacaoDoAviso): string | null {
  const partes = [l.modalidade, l.valorEstimado === null ? null : formatDinheiro(l.valorEstimado), l.encerramentoPropostas === null ? null : `propostas até ${formatQuando(l.encerramentoPropostas)}`];
  return partes.filter((t) => t !== null).map((t) => clean(t!)).join(' · ') || null;
}

const keep = (linhas: readonly (string | null)[]): string[] => linhas.filter((t) => t !== null && t !== '').map((t) => t!);
