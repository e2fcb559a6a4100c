import { indisponivel, type AlicitError } from '../kernel/index.js';

/** Codes of Node and OpenSSL for a certificate or a handshake that failed. */
const TLS = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_|EPROTO$|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_EXCEEDED)/;
const TEMPO = /^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/;

/** A failure of undici or the socket as an error that may be shown: its code, never its message, which may carry the address. */
export function toErroSaida(erro: unknown, { esgotado, cancelado }: { readonly esgotado: boolean; readonly cancelado: boolean }): AlicitError {
  if (cancelado) return indisponivel('saida_cancelada', 'O pedido foi interrompido porque o serviço está parando; será refeito.');
  const causa = readCodigo(erro);
  if (esgotado || TEMPO.test(causa)) return indisponivel('saida_tempo_esgotado', 'O servidor não respondeu a tempo. Verifique se ele está no ar e responda antes de processar.');
  if (TLS.test(causa)) return indisponivel('saida_tls', 'A conexão segura falhou. Verifique o certificado do servidor: validade, nome e cadeia completa.', { causa });
  return indisponivel('saida_rede', 'Não foi possível falar com o servidor. Verifique se o nome existe e se ele aceita conexões da internet.', { causa });
}

/** An error's code, or that of the first attempt when several addresses were tried. */
function readCodigo(erro: unknown): string {
  const com = erro as { readonly code?: unknown; readonly errors?: readonly { readonly code?: unknown }[] } | null;
  const codigo = com?.code ?? com?.errors?.[0]?.code;
  return typeof codigo === 'string' && /^\w{1,60}$/.test(codigo) ? codigo : 'desconhecida';
}
