import { invalido } from '../kernel/index.js';
import { Segredo } from './segredo.js';

/** A mail server. */
export interface ConfigSmtp {
  readonly host: string;
  readonly porta: number;
  /** TLS from the first byte (`smtps://`). */
  readonly seguro: boolean;
  /** STARTTLS or nothing: a password never goes out in clear text but to this very machine. */
  readonly exigeTls: boolean;
  readonly usuario: string | null;
  readonly senha: Segredo | null;
}

export interface ConfigEmail {
  /** Null: no e-mails are sent. */
  readonly smtp: ConfigSmtp | null;
  /** Whom they come from. */
  readonly remetente: string | null;
  /** Of this process: connections at once, messages a minute, and time of one. */
  readonly concorrencia: number; readonly porMinuto: number; readonly tempoMs: number;
}

const DESTA_MAQUINA: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads `smtp://usuario:senha@host:porta` or `smtps://…`. @returns what is wrong, in Portuguese, never repeating the value */
export function parseSmtpUrl(texto: string): ConfigSmtp | string {
  const url = URL.parse(texto);
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) return 'esperado smtp://usuario:senha@servidor:587 ou smtps://usuario:senha@servidor:465';
  if (url.search || url.hash || !/^\/?$/.test(url.pathname)) return 'depois do servidor e da porta não vai mais nada';
  if ((url.username === '') !== (url.password === '')) return 'o usuário e a senha vão juntos: smtp://usuario:senha@servidor';
  const seguro = url.protocol === 'smtps:';
  try {
    const usuario = url.username ? decodeURIComponent(url.username) : null;
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''), porta: url.port ? Number(url.port) : seguro ? 465 : 587, seguro, exigeTls: !seguro && usuario !== null && !DESTA_MAQUINA.has(url.hostname),
      usuario, senha: url.password ? new Segredo(decodeURIComponent(url.password)) : null,
    };
  } catch {
    return 'o usuário e a senha devem ser codificados para URL (por exemplo, @ vira %40 e % vira %25)';
  }
}

/** What mail cannot do without, besides the server. @throws AlicitError `config_invalida` */
export function requireEmailCompleto({ smtp, remetente }: Pick<ConfigEmail, 'smtp' | 'remetente'>, urlPublica: string | null): void {
  if (smtp === null) return;
  const falta = remetente === null ? 'ALICIT_EMAIL_REMETENTE' : urlPublica === null ? 'ALICIT_URL_PUBLICA' : null;
  if (falta) throw invalido('config_invalida', `A variável de ambiente ${falta} é obrigatória com SMTP_URL: os e-mails precisam ${falta === 'ALICIT_URL_PUBLICA' ? 'de links que se abram' : 'de um remetente'}.`, { variavel: falta });
}
