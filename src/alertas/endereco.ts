import type { Config } from '../config/index.js';
import { AlicitError } from '../kernel/index.js';
import { requireUrlPublica } from '../saida/index.js';

/**
 * Why no alert will ever reach the configured address, in words for whoever starts the process, or null. Only what the
 * address itself tells: what its name resolves to is judged when it is used. The address, which is secret, is not said.
 */
export function explainRecusa({ alertas: { url }, webhooks: { permitePrivado } }: Pick<Config, 'alertas' | 'webhooks'>): string | null {
  if (url === null) return null;
  try {
    requireUrlPublica(url.reveal(), { permitePrivado });
    return null;
  } catch (erro) {
    if (!(erro instanceof AlicitError)) throw erro;
    return `Nenhum alerta será entregue: ALERTA_WEBHOOK_URL não é aceita. ${erro.message}${permitePrivado ? '' : ' Para um servidor da própria rede, ou em http, ligue ALICIT_WEBHOOK_PERMITE_PRIVADO=1.'}`;
  }
}
