import { evidenciaDoFato } from '../../editais/index.js';
import type { Prazo } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { formatDia, formatInstante, instanteEm, isDiaUtil, subtractDiasUteis, type Evidencia } from '../../kernel/index.js';
import { readLimiteImpresso, type AlvoLimite } from './limite-impresso.js';
import { toPrazo } from './leituras.js';

interface DireitoDePedir {
  /** Business days before the opening; null when the law fixes none for this tender. */
  readonly dias: number | null;
  readonly dispositivo: string | null;
  readonly porque: string | null;
}

/** Legal advance of an impugnação or a pedido de esclarecimento, by regime (art. 164 of Lei 14.133; art. 87 § 1º of Lei 13.303). */
export function direitoDePedir(c: Contexto): DireitoDePedir {
  const modalidade = c.certame.modalidade?.valor;
  if (c.regime.regime === '13303') return { dias: 5, dispositivo: 'art. 87, § 1º, da Lei 13.303/2016', porque: null };
  if (c.regime.regime === 'legado') return { dias: null, dispositivo: null, porque: 'A licitação se diz regida por lei revogada: vale o prazo do edital.' };
  if (modalidade === 'dispensa' || modalidade === 'inexigibilidade') return { dias: null, dispositivo: null, porque: 'O art. 164 da Lei 14.133/2021 fala de edital de licitação: na contratação direta vale o prazo do aviso.' };
  if (modalidade === 'credenciamento') return { dias: null, dispositivo: null, porque: 'O credenciamento fica aberto a novos interessados (art. 79, parágrafo único, I, da Lei 14.133/2021): não há sessão da qual contar o prazo; vale o do edital.' };
  if (c.regime.regime === 'indefinido') return { dias: null, dispositivo: null, porque: 'Não se sabe que lei rege a licitação: vale só o prazo do edital.' };
  return { dias: 3, dispositivo: 'art. 164 da Lei 14.133/2021', porque: null };
}

const TITULOS: Readonly<Record<AlvoLimite, string>> = { impugnacao: 'Limite para impugnar o edital', esclarecimento: 'Limite para pedir esclarecimento' };

/** Impugnação or esclarecimento: legal readings, what the edital prints (number, day, hour) and their conflicts. */
export function prazoPedido(c: Contexto, alvo: AlvoLimite): Prazo {
  const fato = c.fatos[`${alvo}_dias_uteis`];
  const direito = direitoDePedir(c);
  const abertura = c.certame.diaAbertura;
  const impressoNoTexto = readLimiteImpresso(c.texto, alvo, abertura);
  // A number corrected by a person beats the date the text prints.
  const lido = fato.corrigido ? { ...impressoNoTexto, data: null } : impressoNoTexto;
  const numeros = fato.valor === null ? [] : [fato.valor, ...(fato.alternativas ?? []).map((a) => a.valor)];
  const impressos = [...new Set(numeros)].sort((a, b) => b - a);
  const ns = c.certame.deslocamento;
  const limite = (dias: number, leitura: 'otimista' | 'conservadora', hora?: string | null): string | null =>
    abertura ? instanteEm(subtractDiasUteis(c.calendario, abertura, dias, leitura), ns, hora ?? undefined) : null;

  const otimista = direito.dias === null ? null : limite(direito.dias, 'otimista');
  const conservador = direito.dias === null ? null : limite(direito.dias, 'conservadora');
  const hora = lido.data?.hora ?? lido.hora?.hora ?? null;
  const diasImpressos = impressos[0] ?? (hora ? direito.dias : null);
  const impresso = lido.data ? instanteEm(lido.data.dia, ns, hora ?? undefined) : diasImpressos == null ? null : limite(diasImpressos, 'conservadora', hora);

  const evidencias: Evidencia[] = [
    ...(fato.valor === null ? [] : [evidenciaDoFato(fato) ?? []].flat()),
    ...(lido.data ? [lido.data.evidencia] : []), ...(lido.hora && !lido.data?.hora ? [lido.hora.evidencia] : []),
  ];
  return toPrazo(c, {
    id: alvo, titulo: TITULOS[alvo], otimista, conservador, impresso, dispositivo: direito.dispositivo, evidencias,
    conflitos: describeConflitos({ direito, impressos, impresso, otimista, conservador, hora, dataImpressa: lido.data !== null }),
    observacoes: [
      ...(abertura ? [] : ['Sem a data de abertura não há como calcular o limite.']),
      ...(direito.porque ? [direito.porque] : []),
      ...(abertura && !isDiaUtil(c.calendario, abertura, 'otimista') ? [`A abertura está marcada para ${formatDia(abertura)}, dia sem expediente.`] : []),
      ...(lido.expediente && !hora ? ['O edital limita o pedido ao horário de expediente, sem dizer qual: confirme a hora ou protocole na véspera.'] : []),
      ...(lido.soFisico ? ['O edital só aceita protocolo físico: conte o tempo de deslocamento.'] : []),
    ],
  });
}

interface Comparacao {
  readonly direito: DireitoDePedir;
  readonly impressos: readonly number[];
  readonly impresso: string | null;
  readonly otimista: string | null;
  readonly conservador: string | null;
  readonly hora: string | null;
  readonly dataImpressa: boolean;
}

function describeConflitos(x: Comparacao): string[] {
  const conflitos: string[] = [];
  if (x.impressos.length > 1) conflitos.push(`O edital traz dois prazos (${x.impressos.join(' e ')} dias úteis): conte o de maior antecedência e peça esclarecimento.`);
  if (x.direito.dias !== null && x.impressos.length === 1 && x.impressos[0] !== x.direito.dias) {
    const maior = x.impressos[0]! > x.direito.dias;
    conflitos.push(`O edital pede ${x.impressos[0]} dias úteis de antecedência e a lei, ${x.direito.dias} (${x.direito.dispositivo}): ${maior ? 'o edital encurta o direito' : 'o prazo do edital é maior que o legal, mas só o legal é certo'}.`);
  }
  if (x.impresso && x.conservador && x.otimista) {
    const dia = x.impresso.slice(0, 10);
    const legal = x.conservador.slice(0, 10) === dia || x.otimista.slice(0, 10) === dia;
    if (x.dataImpressa && !legal) conflitos.push(`O edital imprime ${formatInstante(x.impresso)}; pela lei o limite seria ${formatInstante(x.conservador)}.`);
    if (x.hora) conflitos.push(`O edital fecha às ${x.hora} do último dia; a lei não limita a hora.`);
    if (conflitos.length && x.otimista !== x.conservador) conflitos.push(`Ponto facultativo no intervalo: ${formatInstante(x.conservador)} ou ${formatInstante(x.otimista)}.`);
  }
  return conflitos;
}
