import { conferir, type AfirmacaoProposta, type BaseDeConferencia, type Conferencia, type Conhecido } from '../../agentes/index.js';

/** E-mails and addresses of the web, as documents print them. */
const ENDERECO = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:https?:\/\/)?(?:[a-z0-9-]+\.)+(?:com|net|org|gov|io|info|app|br)\b(?:\/[^\s,;)]*)?/gi;
const MAX_ENDERECOS = 6;

/**
 * A claim of an answer against the pages and what is known. "Para que e-mail envio?" is answered by an address: those that
 * its own quotes hold may stand in it, since the quotes stand on their pages.
 */
export function checkAfirmacao(proposta: AfirmacaoProposta, base: BaseDeConferencia): Conferencia {
  const enderecos = [...new Set(proposta.citacoes.flatMap((c) => c.trecho.match(ENDERECO) ?? []))].slice(0, MAX_ENDERECOS);
  if (!enderecos.length) return conferir(proposta, base);
  const citados = enderecos.map((e): Conhecido => ({ rotulo: 'Endereço citado', valor: e.replace(/[.\-_]+$/, ''), campo: 'plataforma', paraQue: 'outro' }));
  return conferir(proposta, { ...base, conhecidos: [...base.conhecidos, ...citados] });
}
