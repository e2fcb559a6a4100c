import { findAchados, DATA, readData } from '../../editais/index.js';
import { addDiasUteis, diaDoInstante, formatDia, type Dia } from '../../kernel/index.js';
import type { Contexto } from '../contexto/contexto.js';
import { prazoMinimoArt55 } from './prazo-minimo-tabela.js';
import { readEspecial } from './natureza-especial.js';
import { isLicitacao, VIGENCIA_14133, type Regra, type Veredito } from './regra.js';
import { citar } from './trechos.js';

const ERRATA = /\b(?:errata|(?:1[aªº]?|primeira|2[aªº]?|segunda|3[aªº]?|terceira)\s+retificacao|termo\s+(?:de\s+)?(?:retificacao|aditamento)|aviso\s+de\s+(?:retificacao|alteracao)|edital\s+(?:consolidado|retificado|alterado)|adendo)\b/;
const PAGINAS = 2;
const QUANDO = new RegExp(String.raw`\b(?:publicad|divulgad|em\s|,)\w*[^.;\n]{0,40}?${DATA}`);

/** A change that touches the proposals opens the terms again (art. 55 § 1º): same divulgation, same terms. */
export const retificacao: Regra = {
  id: 'retificacao_art55', titulo: 'Retificação reabre o prazo', dispositivo: 'art. 55, § 1º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    if (!isLicitacao(c)) return null;
    const errata = findErrata(c);
    if (!errata) return null;
    const evidencia = citar(c.texto, errata.inicio, errata.fim);
    return { ...judge(c, errata.dia), evidencias: evidencia ? [evidencia] : [] };
  },
};

function findErrata(c: Contexto): { inicio: number; fim: number; dia: Dia | null } | null {
  // The notice stands at the top of some document of the set.
  const inicios = new Set(c.texto.paginas.filter((p) => p.pagina <= PAGINAS).map((p) => `${p.documento}:${p.pagina}`));
  const a = findAchados(c.texto, ERRATA).find((x) => {
    const p = c.texto.paginaEm(x.inicio);
    return inicios.has(`${p.documento}:${p.pagina}`) && x.inicio - p.inicio < 900 && !/\b(?:eventua|caso|se\s+houver|possive)/.test(x.antes(40));
  });
  if (!a) return null;
  const p = c.texto.paginaEm(a.inicio);
  const data = findAchados(c.texto, QUANDO).find((x) => x.inicio >= p.inicio && x.inicio < p.fim);
  return { inicio: a.inicio, fim: a.fim, dia: data ? readData(data.nome) : null };
}

const AFETA = 'Se a mudança afeta a proposta, o prazo conta de novo da nova divulgação.';
function judge(c: Contexto, dia: Dia | null): Veredito {
  const { certame } = c;
  const minimo = prazoMinimoArt55({ natureza: certame.natureza, criterio: certame.criterio?.valor ?? null, regimeExecucao: certame.regimeExecucao?.valor ?? null, modalidade: certame.modalidade?.valor ?? null, especial: readEspecial(c.texto) });
  const fim = certame.propostasFim ?? certame.sessao;
  const ate = fim && diaDoInstante(fim.valor);
  const original = certame.publicacao;
  if (!minimo || !dia || !ate || dia >= ate || (original && dia < original)) {
    return { resultado: 'nao_aferivel', motivo: `O edital foi retificado e não se sabe quando a retificação foi divulgada. ${AFETA}`, sugestao: 'Conferir no histórico do PNCP a data da retificação e o que mudou.' };
  }
  const novo = addDiasUteis(c.calendario, dia, minimo.dias, 'otimista');
  const base = { valor: formatDia(dia), limite: `${minimo.dias} dias úteis` };
  if (ate >= novo) return { ...base, resultado: 'ok', motivo: `O edital foi retificado em ${formatDia(dia)} e as propostas vão até ${formatDia(ate)}: o prazo mínimo cabe de novo.` };
  return { ...base, resultado: 'indicio', motivo: `O edital foi retificado em ${formatDia(dia)} e as propostas vão até ${formatDia(ate)}, antes de ${formatDia(novo)}. ${AFETA}`, sugestao: 'Se a mudança afeta a proposta, pedir a reabertura do prazo.' };
}
