/** What an attempt to send told. */
export type DesfechoEmail = 'entregue' | 'tentar_de_novo' | 'recusada';

export interface FalhaEmail {
  readonly desfecho: Exclude<DesfechoEmail, 'entregue'>;
  /** Stable, snake_case. */
  readonly codigo: string;
  /** Portuguese, without the server's own text. */
  readonly motivo: string;
  /** The address itself was refused: nothing more is sent to it. */
  readonly enderecoRecusado: boolean;
}

/** What a mail library says of a failure: its class, the SMTP code and the command it answered. */
export interface ErroDeEnvio {
  readonly code?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly command?: string | undefined;
}

const again = (codigo: string, motivo: string): FalhaEmail => ({ desfecho: 'tentar_de_novo', codigo, motivo, enderecoRecusado: false });
const refused = (codigo: string, motivo: string, enderecoRecusado = false): FalhaEmail => ({ desfecho: 'recusada', codigo, motivo, enderecoRecusado });

/** 552: the mailbox is full. The message is refused; the address is good. */
const CAIXA_CHEIA = 552;

/**
 * Permanent is only what the server says of this message or of this address (5xx to RCPT or DATA, RFC 5321 4.2.1). What it says of us
 * (connection, greeting, sender, password) may be put right: the message waits.
 */
export function classifyErroDeEnvio({ code = '', responseCode, command = '' }: ErroDeEnvio): FalhaEmail {
  const doDestino = /^RCPT/i.test(command);
  const daMensagem = /^(?:DATA|BDAT|\.)/i.test(command);
  if (code === 'EAUTH' || /^AUTH/i.test(command)) return again('smtp_senha_recusada', 'O servidor de e-mail recusou o usuário ou a senha.');
  if (responseCode === undefined) return again(CODIGOS[code] ?? 'smtp_indisponivel', 'O servidor de e-mail não respondeu, ou a conexão caiu.');
  if (responseCode >= 400 && responseCode < 500) return again(`smtp_${responseCode}`, `O servidor de e-mail pediu para tentar mais tarde (${responseCode}).`);
  if (doDestino && responseCode !== CAIXA_CHEIA) return refused(`smtp_${responseCode}`, `O servidor de e-mail recusou o endereço (${responseCode}).`, true);
  if (doDestino || daMensagem) return refused(`smtp_${responseCode}`, `O servidor de e-mail recusou a mensagem (${responseCode}).`);
  return again(`smtp_${responseCode}`, `O servidor de e-mail não aceita mensagens deste serviço agora (${responseCode}).`);
}

const CODIGOS: Readonly<Record<string, string>> = { ETIMEDOUT: 'tempo_esgotado', ECONNECTION: 'smtp_indisponivel', ESOCKET: 'smtp_indisponivel', EDNS: 'smtp_nome_nao_encontrado', ETLS: 'smtp_tls', EREQUIRETLS: 'smtp_tls' };
