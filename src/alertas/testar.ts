import { hostname } from 'node:os';
import type { Config } from '../config/index.js';
import { indisponivel, invalido } from '../kernel/index.js';
import { createSaida } from '../saida/index.js';
import { createCarteiro } from './carteiro.js';
import { formatoDe, type Formato } from './domain/formatos.js';
import { createTeste } from './domain/mensagem.js';

/** What a person should do about an address that did not take the message. */
const CONSELHOS: Readonly<Record<string, string>> = {
  endereco_nao_permitido: 'O endereço não é público ou não é https. Para um servidor da própria rede, ligue ALICIT_WEBHOOK_PERMITE_PRIVADO=1.',
  http_404: 'O endereço não existe mais: gere outro no Slack, no Discord ou no seu servidor e troque ALERTA_WEBHOOK_URL.',
  http_400: 'O servidor não entendeu o corpo: confira ALERTA_WEBHOOK_FORMATO.',
};

/** Sends a test message as alerts are sent. @throws AlicitError `alerta_nao_configurado`, `alerta_nao_entregue` */
export async function sendTeste({ alertas: { url, formato }, webhooks: { permitePrivado }, versao }: Config, agora: Date): Promise<{ readonly status: number; readonly formato: Formato; readonly tentativas: number }> {
  if (url === null) throw invalido('alerta_nao_configurado', 'Nenhum endereço de alertas foi configurado: defina ALERTA_WEBHOOK_URL.');
  const escolhido = formato === 'auto' ? formatoDe(url.reveal()) : formato;
  const saida = createSaida({ permitePrivado, conexoesPorHost: 1 });
  try {
    const { ok, status, codigo, tentativas } = await createCarteiro({ saida, url: url.reveal(), formato: escolhido, versao }).deliver(createTeste(agora, `${hostname()}:${process.pid}`));
    if (ok && status !== null) return { status, formato: escolhido, tentativas };
    const motivo = codigo ?? 'erro_interno';
    throw indisponivel('alerta_nao_entregue', `O alerta de teste não foi entregue (${motivo}, formato ${escolhido}, ${tentativas === 1 ? '1 tentativa' : `${tentativas} tentativas`}). ${CONSELHOS[motivo] ?? 'Confira se o servidor está no ar e se esta máquina o alcança.'}`, { motivo });
  } finally {
    await saida.fechar();
  }
}
