import { AlicitError, indisponivel } from '../../kernel/index.js';

/** Name of an error of the client's → what it means and what to do. Their own texts carry addresses and what was sent: none is shown. */
const DITOS: Readonly<Record<string, string>> = {
  PineconeAuthorizationError: 'O Pinecone recusou a chave: confira PINECONE_API_KEY.',
  PineconePaymentRequiredError: 'O Pinecone recusou por limite do plano: confira a conta.',
  PineconeConnectionError: 'O Pinecone não respondeu a tempo ou a conexão caiu.',
  PineconeMaxRetriesExceededError: 'O Pinecone está com erro e foi tentado várias vezes.',
  PineconeInternalServerError: 'O Pinecone está com erro.',
  PineconeUnavailableError: 'O Pinecone está com erro.',
  PineconeBadRequestError: 'O Pinecone recusou o pedido.',
  limite: 'O Pinecone limitou os pedidos: tente de novo em instantes.',
};

/** Any failure of the client as ours. */
export function toErro(erro: unknown): AlicitError {
  if (erro instanceof AlicitError) return erro;
  const nome = erro instanceof Error ? nameOf(erro) : '';
  return indisponivel('vetores_indisponiveis', DITOS[nome] ?? 'O Pinecone não respondeu como se esperava.', { loja: 'pinecone', erro: /^\w{1,60}$/.test(nome) ? nome : 'desconhecido' });
}

/** The client has no name for a 429: only its text tells. */
const nameOf = ({ name, message }: Error): string => (name === 'PineconeUnmappedHttpError' && /\bStatus: 429\b/.test(message) ? 'limite' : name);

/** Whether it says that the thing asked for does not exist. */
export const isAusente = (erro: unknown): boolean => erro instanceof Error && erro.name === 'PineconeNotFoundError';
