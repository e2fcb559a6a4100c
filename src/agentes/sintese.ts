import type { Afirmacao } from '../analises/index.js';
import { joinSegunda, NENHUMA, splitConferidas, type Conferidas } from './domain/parecer/conferidas.js';
import { ASK_INVALIDA, askRecusadas } from './domain/recusadas.js';
import type { AfirmacaoBruta } from './domain/saida.js';
import { writeSegunda, type Mensagem, type Respondido } from './motor.js';
import { tellFalha, type Falha, type Mesa } from './rodada.js';

const MAX_SINTESE = 5;
const SEM_SINTESE: Falha = { motivo: 'A síntese não foi escrita: o modelo não respondeu no formato pedido.', passageira: false };

/** The relator's claims, checked, once more when some fell and that fits. */
export async function askSintese(mesa: Pick<Mesa, 'check' | 'sinal' | 'onErro'>, ask: (mensagens: readonly Mensagem[]) => Promise<Respondido<{ readonly sintese: readonly AfirmacaoBruta[] }>>, prompt: string, fitsMaisUma: (mensagens: readonly Mensagem[]) => boolean): Promise<{ readonly sintese: readonly Afirmacao[]; readonly falha: Falha | null }> {
  const mensagens: Mensagem[] = [{ role: 'user', content: prompt }];
  const check = async (brutas: readonly AfirmacaoBruta[], anteriores: readonly Afirmacao[] = []): Promise<Conferidas> => splitConferidas(await mesa.check(brutas.slice(0, MAX_SINTESE), anteriores));
  try {
    const { saida, texto } = await ask(mensagens);
    const primeira = saida ? await check(saida.sintese) : null;
    if (primeira && !primeira.recusadas.length) return { sintese: primeira.aceitas.map((a) => a.afirmacao), falha: null };
    const segundas = writeSegunda({ mensagens, texto }, primeira ? askRecusadas(primeira.recusadas) : ASK_INVALIDA);
    const outra = !fitsMaisUma(segundas) ? null : await ask(segundas).catch((erro: unknown) => void tellFalha('relator', erro, mesa));
    const segunda = outra?.saida ? await check(outra.saida.sintese, primeira?.aceitas.map((a) => a.afirmacao)) : null;
    if (!primeira) return segunda ? { sintese: segunda.aceitas.map((a) => a.afirmacao), falha: null } : { sintese: [], falha: SEM_SINTESE };
    return { sintese: joinSegunda(primeira, segunda ?? NENHUMA).afirmacoes.slice(0, MAX_SINTESE), falha: null };
  } catch (erro) {
    const falha = tellFalha('relator', erro, mesa);
    return { sintese: [], falha: { ...falha, motivo: `A síntese não foi escrita. ${falha.motivo}` } };
  }
}
