import { defineCampo, type Candidato } from '../extracao/candidato.js';
import type { Evento } from '../extracao/eventos.js';
import { readCronograma, type Marco } from './cronograma.js';
import { readFuso, ufDoEdital } from './fuso.js';

/** What an edital calls its opening, most explicit first. "Abertura das propostas" and "início dos lances" give way to "sessão pública". */
const NIVEIS: readonly (readonly [Evento, number])[] = [['sessao', 0.95], ['sessao_disputa', 0.94], ['abertura', 0.92], ['realizacao', 0.9], ['disputa', 0.87], ['abertura_a_seguir', 0.82]];
/** A name counts as the edital's own when it stands somewhere of authority. */
const CERTEZA_BOA = 0.78;
/** A less explicit name with another instant is another step of the same day, not another reading. */
const OUTRO_PASSO = 0.6;
const OUTRO_DIA = 0.8;
const FUSO_INCERTO = 0.1;
const FORA_DE_BRASILIA = new Set(['ac', 'am', 'mt', 'ms', 'ro', 'rr']);

/** The public session: the instant the edital gives as its opening (Lei 14.133, art. 25; the steps are named differently by each platform). */
export const sessaoAbertura = defineCampo<'sessao_abertura'>({
  campo: 'sessao_abertura',
  read: ({ t }) => {
    const marcos = readCronograma(t);
    const limite = latestLimite(marcos);
    const fuso = readFuso(t);
    const incerto = fuso.fonte === 'presumido' && FORA_DE_BRASILIA.has(ufDoEdital(t) ?? '');
    const todos = marcos.flatMap((m) => {
      const nivel = nivelDe(m, marcos);
      return nivel < 0 || (limite !== null && m.instante < limite) ? [] : [{ m, nivel }];
    });
    // One moment may bear several names: its most explicit one counts.
    const lidos = todos.filter((x) => !todos.some((y) => y.m.momento === x.m.momento && y.nivel < x.nivel));
    const melhor = Math.min(...lidos.filter((x) => x.m.certeza >= CERTEZA_BOA).map((x) => x.nivel), NIVEIS.length);
    const doMelhor = lidos.filter((x) => x.nivel <= melhor).map((x) => x.m.instante);
    return lidos.map(({ m, nivel }): Candidato<string> => {
      const fator = nivel <= melhor || doMelhor.includes(m.instante) ? 1 : doMelhor.some((i) => i.slice(0, 10) === m.instante.slice(0, 10)) || m.evento === 'disputa' ? OUTRO_PASSO : OUTRO_DIA;
      return {
        valor: m.instante, inicio: m.inicio, fim: m.fim, alvo: 1, peso: NIVEIS[nivel]![1] * m.certeza * fator - (incerto ? FUSO_INCERTO : 0),
        ...(incerto ? { nota: 'O edital não diz o fuso e o órgão fica fora do horário de Brasília: foi presumido o horário de Brasília; confirme.' } : {}),
      };
    });
  },
});

/** Level of a moment; a phrase that names the dispute's session ("início da sessão de disputa") is not the plain session. */
function nivelDe(m: Marco, marcos: readonly Marco[]): number {
  const irmaos = marcos.filter((x) => x.momento === m.momento).map((x) => x.evento);
  if (m.momento.intervalo === 'fim' || irmaos.includes('propostas_inicio')) return -1;
  if (m.momento.ate && m.evento !== 'abertura_a_seguir' && irmaos.some((e) => e === 'propostas' || e === 'propostas_fim')) return -1;
  if (irmaos.includes('sessao_disputa') && m.evento !== 'sessao_disputa') return -1;
  return NIVEIS.findIndex(([e]) => e === m.evento);
}

/** The explicit end of the receipt of proposals: no session begins before it, so "abertura de propostas" earlier than it opens their receipt. */
function latestLimite(marcos: readonly Marco[]): string | null {
  const limites = marcos.filter((m) => m.certeza >= 0.9 && (m.evento === 'propostas_fim' || (m.evento === 'propostas' && m.momento.ate))).map((m) => m.instante).sort();
  return limites.at(-1) ?? null;
}
