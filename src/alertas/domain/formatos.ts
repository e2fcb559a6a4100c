import { DOCUMENTACAO, linesOf, titleOf, type Mensagem } from './mensagem.js';

export const FORMATOS = ['generico', 'slack', 'discord'] as const;
export type Formato = (typeof FORMATOS)[number];

/** Discord takes no more of one text. */
const MAX_DISCORD = 2000;
const COR: Readonly<Record<Mensagem['tipo'], number>> = { aberto: 0xd92d20, repetido: 0xdc6803, recuperado: 0x039855, teste: 0x667085 };

/** Whose webhook an address is, by its host. */
export function formatoDe(url: string): Formato {
  const host = URL.parse(url)?.hostname ?? '';
  if (/(?:^|\.)slack\.com$/.test(host)) return 'slack';
  return /(?:^|\.)(?:discord|discordapp)\.com$/.test(host) ? 'discord' : 'generico';
}

/** The body to post, as JSON. */
export function renderCorpo(m: Mensagem, formato: Formato, versao: string): string {
  return JSON.stringify(formato === 'slack' ? toSlack(m) : formato === 'discord' ? toDiscord(m) : toGenerico(m, versao));
}

/** Everything a program may want. */
const toGenerico = (m: Mensagem, versao: string): object => ({
  id: m.id, tipo: `alerta.${m.tipo}`, chave: m.chave, gravidade: m.gravidade, titulo: m.titulo, texto: [titleOf(m), ...linesOf(m)].join('\n'), detalhe: m.detalhe, fazer: m.fazer, documentacao: DOCUMENTACAO,
  desde: m.desde.toISOString(), em: m.em.toISOString(), duracaoS: Math.round((m.em.getTime() - m.desde.getTime()) / 1000), vezes: m.vezes, processo: m.processo, versao,
});

/** Slack's three characters; nothing of ours mentions anyone. */
const escapeSlack = (texto: string): string => texto.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const toSlack = (m: Mensagem): object => ({ text: `*${escapeSlack(titleOf(m))}*\n${linesOf(m).map(escapeSlack).join('\n')}`, unfurl_links: false });

const toDiscord = (m: Mensagem): object => ({ embeds: [{ title: titleOf(m).slice(0, 256), description: linesOf(m).join('\n').slice(0, MAX_DISCORD), color: COR[m.tipo], timestamp: m.em.toISOString() }], allowed_mentions: { parse: [] } });
