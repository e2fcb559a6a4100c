import { DateTime } from 'luxon';
import { FUSO } from '../../kernel/index.js';
import { condicaoDe, type Gravidade } from './condicoes.js';

export type TipoMensagem = 'aberto' | 'repetido' | 'recuperado' | 'teste';

/** What a person is told; nothing of clients is in it. */
export interface Mensagem {
  readonly tipo: TipoMensagem;
  /** Of this telling: the same in every attempt to deliver it. */
  readonly id: string;
  readonly chave: string;
  readonly gravidade: Gravidade;
  readonly titulo: string;
  readonly detalhe: string;
  readonly fazer: string;
  readonly desde: Date;
  readonly em: Date;
  /** How often it was told before. */
  readonly vezes: number;
  /** Who saw it, where only that process did; null: all see the same. */
  readonly processo: string | null;
  /** Nothing more is told in this hour. */
  readonly ultimaDaHora: boolean;
}

export const DOCUMENTACAO = 'docs/operacao.md#alertas-por-webhook';

type Base = Pick<Mensagem, 'tipo' | 'chave' | 'detalhe' | 'desde' | 'em' | 'vezes' | 'processo' | 'ultimaDaHora'>;

export function createMensagem(base: Base): Mensagem {
  const { gravidade, titulo, fazer } = condicaoDe(base.chave);
  const de = base.processo === null ? '' : `.${base.processo}`;
  return { ...base, gravidade, titulo, fazer, id: `alerta.${base.chave}${de}.${base.desde.getTime()}.${base.tipo === 'recuperado' ? 'fim' : base.vezes}`.replace(/[^\w.-]/g, '_') };
}

export const createTeste = (em: Date, processo: string): Mensagem => ({
  tipo: 'teste', id: `alerta.teste.${em.getTime()}`, chave: 'teste', gravidade: 'atencao', titulo: 'Teste de alerta', detalhe: 'Esta mensagem foi pedida por alicit alerta testar.', fazer: 'Nada: os alertas do ALICIT chegam aqui.', desde: em, em, vezes: 0, processo, ultimaDaHora: false,
});

const SINAIS: Readonly<Record<TipoMensagem, string>> = { aberto: 'ALERTA', repetido: 'AINDA', recuperado: 'RECUPERADO', teste: 'TESTE' };
const hora = (d: Date): string => `${DateTime.fromJSDate(d, { zone: FUSO }).toFormat('dd/MM/yyyy HH:mm')} (Brasília)`;

/** 95 000 → “1 min”; hours from 60 minutes on, days from 48 hours on. */
export function formatDuracao(ms: number): string {
  const min = Math.max(0, Math.floor(ms / 60_000));
  if (min < 1) return 'menos de 1 min';
  if (min < 60) return `${min} min`;
  const h = Math.floor(min / 60);
  return h < 48 ? `${h} h${min % 60 ? ` ${min % 60} min` : ''}` : `${Math.floor(h / 24)} dias`;
}

/** First line of a message. */
export const titleOf = ({ tipo, gravidade, titulo }: Mensagem): string => `${SINAIS[tipo]}${tipo === 'aberto' && gravidade === 'critica' ? ' CRÍTICO' : ''}: ${titulo}`;

/** What follows it: what, since when, how often, what to do, where to read. */
export function linesOf(m: Mensagem): readonly string[] {
  const durou = formatDuracao(m.em.getTime() - m.desde.getTime());
  const desde = m.tipo === 'teste' ? [] : [m.tipo === 'recuperado' ? `Durou ${durou}: de ${hora(m.desde)} a ${hora(m.em)}.` : `Desde ${hora(m.desde)}, há ${durou}${m.vezes ? `; já avisado ${m.vezes === 1 ? 'uma vez' : `${m.vezes} vezes`}` : ''}.`];
  return [
    m.tipo === 'recuperado' ? `Era: ${m.detalhe}` : m.detalhe, ...desde, ...(m.processo === null ? [] : [`Visto pelo processo ${m.processo}.`]),
    ...(m.tipo === 'recuperado' ? [] : [`O que fazer: ${m.fazer}`, `Mais: ${DOCUMENTACAO}`]), ...(m.ultimaDaHora ? ['Foi o último aviso desta hora: outros ficam só em /health e no log até a próxima.'] : []),
  ];
}
