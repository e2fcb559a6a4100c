import { gunzipSync, gzipSync } from 'node:zlib';
import type { Analise } from '../../analises/index.js';
import { sha256De } from '../../kernel/index.js';
import { asTarefa } from '../../oficina/index.js';
import { buildRelatorio } from '../build-relatorio.js';
import { renderHtml } from '../render-html.js';
import { renderMarkdown } from '../render-markdown.js';
import type { CorpoPronto, RelatorioPronto } from './estagios-relatorio.js';

/** No analysis is near this: the largest of 110 real ones has 2 MB. */
const MAX_BYTES = 256 * 1024 * 1024;

/** An analysis in the three forms it is served in. */
export const relatar = asTarefa(async ({ analise }: { readonly analise: Uint8Array }): Promise<RelatorioPronto> => {
  const json = gunzipSync(analise, { maxOutputLength: MAX_BYTES });
  const relatorio = buildRelatorio(JSON.parse(json.toString('utf8')) as Analise);
  return { json: pack(json), md: pack(renderMarkdown(relatorio)), html: pack(renderHtml(relatorio)) };
});

function pack(conteudo: string | Buffer): CorpoPronto {
  const bytes = Buffer.from(conteudo);
  return { gzip: new Uint8Array(gzipSync(bytes)), sha256: sha256De(bytes), bytes: bytes.length };
}
