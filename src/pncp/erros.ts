import { indisponivel, invalido, naoEncontrado, type AlicitError } from '../kernel/index.js';
import type { DesfechoPncp, Endpoint } from './domain/pncp.js';

/** A request that did not bring what was asked. */
export interface Falha {
  readonly desfecho: Exclude<DesfechoPncp, 'ok' | 'vazio'>;
  readonly status: number | null;
  /** Class of what happened: `http_500`, `html`, `json_cortado`, `conexao_recusada`… */
  readonly causa: string;
  /** What PNCP's answer says, when it is a refusal; untrusted, shortened. */
  readonly mensagem: string | null;
  /** What PNCP asks to wait, ms. */
  readonly esperarMs: number | null;
}

const emSegundos = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));

/** The error of a call whose tries ended, or whose failure is final. */
export function toErroPncp(endpoint: Endpoint, falha: Falha, tentativas: number, tentarEmMs: number): AlicitError {
  const { desfecho, status, causa, mensagem } = falha;
  const comum = { endpoint, tentativas, causa, ...(status === null ? {} : { status }) };
  if (desfecho === 'nao_encontrado') return naoEncontrado('pncp_nao_encontrado', 'O PNCP não tem o que foi pedido. Confira o número de controle.', comum);
  if (desfecho === 'recusado') return invalido('pncp_recusado', `O PNCP recusou o pedido (${status ?? causa})${mensagem ? `: ${mensagem}` : '.'}`, comum);
  const detalhes = { ...comum, tentarEmS: emSegundos(tentarEmMs) };
  if (desfecho === 'limite') return indisponivel('pncp_limite', 'O PNCP limitou os pedidos deste sistema. Espere e tente de novo.', detalhes);
  if (desfecho === 'resposta_invalida') return indisponivel('pncp_resposta_invalida', 'O PNCP respondeu algo que não é o que foi pedido. Tente de novo mais tarde.', detalhes);
  if (desfecho === 'cancelado') return pncpCancelado();
  return indisponivel('pncp_sem_resposta', 'O PNCP não respondeu. Tente de novo mais tarde.', detalhes);
}

export const pncpCancelado = (): AlicitError => indisponivel('pncp_cancelado', 'A consulta ao PNCP foi interrompida antes de terminar.');
export const pncpEncerrado = (): AlicitError => indisponivel('pncp_encerrado', 'O processo está parando e não consulta mais o PNCP.');
export const pncpRespostaGrande = (endpoint: Endpoint, maxBytes: number): AlicitError => indisponivel('pncp_resposta_grande', `A resposta do PNCP passa de ${Math.round(maxBytes / 1024 / 1024)} MB e não foi lida.`, { endpoint, maxBytes });
export const pncpDisjuntorAberto = (endpoint: Endpoint, tentarEmMs: number): AlicitError =>
  indisponivel('pncp_disjuntor_aberto', 'O PNCP falhou vezes demais há pouco e não está sendo consultado. Tente de novo em instantes.', { endpoint, tentarEmS: emSegundos(tentarEmMs) });
export const pncpFilaCheia = (maxFila: number): AlicitError => indisponivel('pncp_fila_cheia', 'Consultas demais ao PNCP esperam a vez. Tente de novo em instantes.', { maxFila, tentarEmS: 30 });
export const pncpListaIncompleta = (endpoint: Endpoint, esperados: number, vieram: number): AlicitError =>
  indisponivel('pncp_lista_incompleta', `O PNCP diz ter ${esperados} e entregou ${vieram}. Tente de novo mais tarde.`, { endpoint, esperados, vieram });
export const pncpAindaSemItens = (): AlicitError => indisponivel('pncp_ainda_sem_itens', 'O PNCP ainda não tem os itens desta contratação, o que é comum logo após a publicação. Tente de novo mais tarde.');
export const pncpAindaSemArquivos = (): AlicitError => indisponivel('pncp_ainda_sem_arquivos', 'O PNCP ainda não tem os arquivos desta contratação, o que é comum logo após a publicação. Tente de novo mais tarde.');
export const pncpArquivoGrande = (maxBytes: number): AlicitError => invalido('pncp_arquivo_grande', `O arquivo no PNCP passa de ${Math.round(maxBytes / 1024 / 1024)} MB e não foi trazido.`, { maxBytes });
export const pncpArquivoCortado = (causa: string): AlicitError => indisponivel('pncp_arquivo_cortado', 'O arquivo do PNCP não chegou inteiro. Tente de novo.', { causa });
export const pncpRedirecionado = (motivo: string): AlicitError => invalido('pncp_redirecionado', 'O PNCP mandou buscar o arquivo em um endereço que não é aceito.', { motivo });
