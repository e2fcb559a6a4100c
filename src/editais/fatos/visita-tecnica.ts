import { AUTORIDADE } from '../extracao/autoridade.js';
import { blocoEm, chooseProva } from '../extracao/blocos.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { isRemetidoAFolha } from '../extracao/folha-de-dados.js';
import { readOpcaoMarcada } from '../extracao/marcacoes.js';
import { findFrases, type Frase } from '../extracao/sentencas.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import {
  ALHEIA, ANCORA, CONDICIONAL, DEPOIS_DA_DISPUTA, DOCUMENTO, ESCOLHA, FACULTATIVA, FASE_CONTRATO, HABILITACAO, LICITANTE, NAO_EXIGE, OBRIGATORIA, PODE, PODE_SER, PREVIA, ROTULO, SECAO, SUBSTITUI,
} from './visita-tecnica-sinais.js';

type Visita = 'nao_exige' | 'facultativa' | 'obrigatoria';

interface Sinal {
  readonly valor: Visita;
  readonly peso: number;
  /** A declaration stands in for the visit: nothing else can make it mandatory. */
  readonly substitui?: boolean;
}

/**
 * Whether bidders must see the place before the dispute (art. 63 §§2º–4º: who declares to know it need not visit, so a
 * visit with a declaration as alternative is optional). Any clear sign of choice outweighs a bare list of documents.
 */
export const visitaTecnica = defineCampo<'visita_tecnica'>({
  campo: 'visita_tecnica',
  read: ({ t }) => {
    const lidos = findFrases(t, ANCORA).filter((f) => isDaDisputa(t, f)).flatMap((f) => toLeitura(t, f));
    const substitui = lidos.some((l) => l.substitui && l.candidato.peso >= 0.75);
    const escolha = lidos.some((l) => l.candidato.valor === 'facultativa' && l.candidato.peso >= 0.75);
    // The alternative may stand in another item: then neither a list of documents nor "deverão visitar" makes it mandatory.
    return lidos.map((l) => l.candidato).filter((c) => c.valor === 'facultativa' || (c.valor === 'obrigatoria' ? !substitui && (!escolha || c.peso >= 0.9) : !escolha));
  },
  corteAlternativa: 0.9,
});

/** "Vistoria" alone on the line above the item: a heading the sections do not know. */
function hasTituloAcima(t: TextoEdital, f: Frase): boolean {
  const inicio = blocoEm(t, f.achado.inicio, f.achado.fim).inicio;
  return /(?:^|[\n\f])[^\S\n]{0,8}(?:d[ao]s?\s)?(?:visita|vistoria)[^\n.;]{0,30}\s{1,4}$/.test(t.dobrado.slice(Math.max(0, inicio - 60), inicio));
}

function isDaDisputa(t: TextoEdital, f: Frase): boolean {
  if (f.regiao === 'minuta' || f.regiao === 'sumario' || f.regiao === 'planilha' || ALHEIA.test(f.texto)) return false;
  return LICITANTE.test(f.texto) || ROTULO.test(f.texto) || SECAO.test(f.secao) || hasTituloAcima(t, f) || RESPONDIDA.test(f.texto) || NO_CALENDARIO.test(f.texto) || (HABILITACAO.test(f.secao) && (DOCUMENTO.test(f.texto) || SEM_REALIZAR.test(f.texto))) || (PREVIA.test(f.texto) && !FASE_CONTRATO.test(f.texto));
}

/** "4.6. Da vistoria: não se aplica": the title with its answer. */
const RESPONDIDA = /^(?:[\d.]{1,10}\s?[-–]?\s?)?(?:d[ae]s?\s)?(?:visitas?|vistorias?)(?:\s(?:tecnicas?|previas?))?\s?:/;
/** "Visita guiada (não obrigatória) ao prédio": a line of the calendar. */
const NO_CALENDARIO = /\b(?:visita|vistoria)s?\s(?:[a-z]+\s){0,3}\((?:nao\s+obrigatori|facultativ|opciona)[a-z]+\)/;
/** "A não realização da vistoria não poderá embasar alegações…". */
const SEM_REALIZAR = /(?:nao\s+realizacao|ausencia|falta)\s+d[ae]\s+(?:visita|vistoria)/;

interface Leitura {
  readonly candidato: Candidato<Visita>;
  readonly substitui: boolean;
}

/** "Visita técnica: ( x ) não exigida ( ) facultativa ( ) obrigatória": the option ticked; none when the form is blank, null when it is no form. */
function readFormulario(t: TextoEdital, f: Frase): readonly Leitura[] | null {
  const rotulo = /^(?:\s(?:tecnicas?|previas?|ao\slocal|d[aeo]\s\w+)){0,2}/.exec(t.dobrado.slice(f.achado.fim, f.achado.fim + 40))![0].length;
  const marcada = readOpcaoMarcada(t.dobrado.slice(f.achado.fim + rotulo, f.achado.fim + rotulo + 200));
  const valor = marcada && valorDaOpcao(marcada.texto);
  if (!valor) return marcada?.texto === '' ? [] : null;
  return [{ substitui: false, candidato: { valor, inicio: f.achado.inicio, fim: f.achado.fim + rotulo + marcada.fim, peso: 0.96 + AUTORIDADE[f.regiao] - AUTORIDADE.edital } }];
}
const valorDaOpcao = (texto: string): Visita | null =>
  /^(?:facultativ|opciona|nao\s+obrigat)/.test(texto) ? 'facultativa' : /^(?:nao\b|dispensad|inexigi)/.test(texto) ? 'nao_exige' : /^(?:sim,?\s+)?obrigat|^exigida/.test(texto) ? 'obrigatoria' : null;

/** A form for those who do not visit shows the choice as well as a clause does. */
const AUTORIDADE_MODELO = 0.85;
function toLeitura(t: TextoEdital, f: Frase): Leitura[] {
  const formulario = readFormulario(t, f);
  if (formulario) return [...formulario];
  const sinal = judge(f, hasTituloAcima(t, f) || HABILITACAO.test(f.secao));
  if (!sinal || (f.regiao === 'modelo' && sinal.valor !== 'facultativa')) return [];
  const autoridade = (f.regiao === 'modelo' ? AUTORIDADE_MODELO : AUTORIDADE[f.regiao]) - AUTORIDADE.edital;
  return [{ substitui: sinal.substitui ?? false, candidato: { valor: sinal.valor, ...chooseProva(t, f, f.achado), peso: sinal.peso + autoridade } }];
}

const facultativa = (peso: number, substitui = false): Sinal => ({ valor: 'facultativa', peso, substitui });
function judge(f: Frase, titulada: boolean): Sinal | null {
  if (CONDICIONAL.test(f.texto) || isRemetidoAFolha(f.texto)) return null;
  const noItem = ESCOLHA.test(f.item) || SUBSTITUI.test(f.item);
  if (FACULTATIVA.test(f.texto)) return facultativa(0.95);
  if (NAO_EXIGE.test(f.texto)) {
    const escolha = noItem || PODE.test(f.item) || (/dispensa/.test(f.texto) && /declara/.test(f.item));
    return escolha ? facultativa(0.88) : { valor: 'nao_exige', peso: 0.92 };
  }
  if (ROTULO.test(f.texto)) return { valor: 'obrigatoria', peso: 0.92 };
  if (SUBSTITUI.test(f.texto)) return facultativa(0.9, true);
  if (/direito/.test(f.texto) && ESCOLHA.test(f.texto)) return facultativa(0.9);
  if (!titulada && !SECAO.test(f.secao) && !LICITANTE.test(f.item)) return null;
  if (ESCOLHA.test(f.texto)) return facultativa(0.9);
  const depois = DEPOIS_DA_DISPUTA.test(f.texto);
  if (OBRIGATORIA.test(f.texto) && !depois) return noItem ? facultativa(0.82) : { valor: 'obrigatoria', peso: 0.9 };
  if (PODE.test(f.texto)) return facultativa(0.88);
  if (PODE_SER.test(f.texto)) return facultativa(0.7);
  if (!DOCUMENTO.test(f.texto)) return null;
  if (noItem) return facultativa(0.82);
  return depois ? null : { valor: 'obrigatoria', peso: 0.72 };
}
