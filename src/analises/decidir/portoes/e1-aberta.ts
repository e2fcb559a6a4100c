import { formatInstante, toMillis, type Evidencia } from '../../../kernel/index.js';
import { daCorrecao, doPncp, evidenciaDe, fatoDe, isFirme, type Caso } from '../caso.js';
import type { DadoUsado } from '../../domain/analise.js';
import { assume, portao, type AvaliaPortaoComum } from './avaliacao.js';

const TITULO = 'A licitação ainda recebe propostas';

interface Leitura {
  readonly instante: string;
  readonly passou: boolean;
  readonly firme: boolean;
  readonly evidencia: Evidencia | null;
  readonly dado: DadoUsado | null;
}

/** Every known reading of the last moment to bid: the edital's end of proposals (else its session), and PNCP's. */
export function readFins(c: Caso): Leitura[] {
  const fato = fatoDe(c, 'propostas_fim') ?? fatoDe(c, 'sessao_abertura');
  const passou = (i: string): boolean => toMillis(i) <= toMillis(c.agora);
  const doEdital: Leitura[] = fato
    ? [
        { instante: fato.valor, passou: passou(fato.valor), firme: isFirme(fato), evidencia: evidenciaDe(fato), dado: daCorrecao(fato) },
        ...(fato.alternativas ?? []).map((a) => ({ instante: a.valor, passou: passou(a.valor), firme: false, evidencia: evidenciaDe(a), dado: null })),
      ]
    : [];
  const fim = c.licitacao?.encerramentoPropostas;
  return fim ? [...doEdital, { instante: fim, passou: passou(fim), firme: true, evidencia: null, dado: doPncp('/encerramentoPropostas', formatInstante(fim)) }] : doEdital;
}

/** E1: closed, revoked or annulled. A suspended tender has no deadline until a new one is published. */
export const e1Aberta: AvaliaPortaoComum = (c) => {
  const situacao = c.licitacao?.situacao;
  if (situacao === 'revogada' || situacao === 'anulada')
    return portao('E1', TITULO, 'reprovado', `O PNCP mostra a licitação como ${situacao}.`, { dados: [doPncp('/situacao', situacao)] });
  if (situacao === 'suspensa')
    return portao('E1', TITULO, 'passou', 'A licitação está suspensa: as datas atuais não valem até a republicação.', { dados: [doPncp('/situacao', situacao)] });
  const fins = readFins(c);
  if (!fins.length) return portao('E1', TITULO, 'nao_aferivel', 'Nem o edital lido nem o PNCP informam até quando se recebem propostas.');
  const passadas = fins.filter((f) => f.passou);
  const evidencias = (passadas.length ? passadas : fins).flatMap((f) => f.evidencia ?? []);
  const dados = (passadas.length ? passadas : fins).flatMap((f) => f.dado ?? []);
  const quando = formatInstante((passadas[0] ?? fins[0]!).instante);
  if (!passadas.length) return portao('E1', TITULO, 'passou', `O prazo vai até ${quando}.`, { evidencias, dados });
  const confirmado = passadas.length === fins.length && fins.some((f) => f.firme);
  if (c.hipoteses.prazoEncerrado ?? confirmado)
    return portao('E1', TITULO, 'reprovado', `O recebimento de propostas terminou em ${quando}.`, { evidencias, dados });
  if (c.hipoteses.prazoEncerrado === false) return portao('E1', TITULO, 'passou', 'O prazo foi confirmado como aberto.', { evidencias, dados });
  const outra = fins.find((f) => !f.passou);
  return portao('E1', TITULO, 'pendente', outra
    ? `Uma fonte diz que o prazo terminou em ${quando} e outra diz que vai até ${formatInstante(outra.instante)}.`
    : `O prazo parece ter terminado em ${quando}, mas a leitura é incerta.`, {
    evidencias, dados,
    incognitas: [{
      id: 'prazo_encerrado', quemResponde: outra ? 'orgao' : 'leitura',
      texto: outra ? 'Qual é a data em vigor para o fim do recebimento de propostas?' : `Confira no edital: o recebimento de propostas terminou em ${quando}?`,
      boa: 'nao', sim: (x) => assume(x, { prazoEncerrado: true }), nao: (x) => assume(x, { prazoEncerrado: false }),
    }],
  });
};
