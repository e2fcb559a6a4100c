import { gunzipSync } from 'node:zlib';
import type { Analise } from '../../analises/index.js';
import { asTarefa } from '../../oficina/index.js';
import { toMillis } from '../../kernel/index.js';
import { buildRascunho } from '../domain/build-rascunho.js';
import { renderMarkdown } from '../render-markdown.js';
import type { PedidoRascunho, RascunhoPronto } from './estagios-rascunho.js';

/** No analysis is near this: the largest of 110 real ones has 2 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** A draft of a kept analysis, in one form. */
export const redigir = asTarefa(async ({ analise: gzip, tipo, forma, agora, pontos, avisos }: PedidoRascunho): Promise<RascunhoPronto> => {
  const analise = JSON.parse(gunzipSync(gzip, { maxOutputLength: MAX_BYTES }).toString('utf8')) as Analise;
  const rascunho = buildRascunho({ analise, tipo, agora: latest(analise.agora, agora), pontos, avisos });
  const bytes = forma === 'md' ? Buffer.from(renderMarkdown(rascunho)) : await (await import('../docx/render-docx.js')).renderDocx(rascunho);
  return { nome: `${rascunho.nomeArquivo}.${forma}`, bytes: new Uint8Array(bytes) };
});

/** The analysis's own moment, or a later one: a draft asked for days after bears its day, and its deadline is judged then. */
const latest = (daAnalise: string, agora: string | null): string => (agora !== null && toMillis(agora) > toMillis(daAnalise) ? agora : daAnalise);
