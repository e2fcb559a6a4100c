import { DESCRICAO_DO_CAMPO, evidenciaDoFato, CAMPOS, type Campo, type Fato, type Fatos } from '../../editais/index.js';
import { fold, lettersOf } from '../../kernel/index.js';
import { analyze } from '../../portugues/index.js';
import type { Conhecido } from '../../agentes/index.js';
import { campoDaPergunta } from '../domain/campo-da-pergunta.js';
import { valorEmPalavras } from '../domain/valor-em-palavras.js';

/** Facts shown with a question. */
const MAX_FATOS = 6;
const NAO_HA = 'o edital diz que não há';

/** A fact's value as people read it. */
export const valorDoFato = (f: Fato): string => (f.valor === null ? NAO_HA : valorEmPalavras(f.campo, f.valor));

const isDito = (f: Fato): boolean => f.valor !== null || f.ausencia === 'nao_exige';

/** The facts that a question is about: its field, those whose name it says, those quoted in the passages. At most six. */
export function chooseFatos(fatos: Fatos, pergunta: string, trechos: readonly { readonly documento: string; readonly pagina: number; readonly texto: string }[]): Fato[] {
  const campo = campoDaPergunta(fold(pergunta))?.campo;
  const termos = new Set(analyze(pergunta));
  const paginas = trechos.map((t) => ({ ...t, letras: lettersOf(t.texto) }));
  const peso = (c: Campo): number => {
    if (c === campo) return 3;
    const nome = analyze(DESCRICAO_DO_CAMPO[c].nome);
    if (nome.length && nome.every((n) => termos.has(n))) return 2;
    const e = evidenciaDoFato(fatos[c]);
    return e && paginas.some((p) => p.documento === e.documento && p.pagina === e.pagina && p.letras.includes(lettersOf(e.trecho))) ? 1 : 0;
  };
  return CAMPOS.filter((c) => isDito(fatos[c])).map((c) => ({ c, p: peso(c) })).filter((x) => x.p > 0).sort((a, b) => b.p - a.p).slice(0, MAX_FATOS).map((x) => fatos[x.c]);
}

/** Everything the reading established, as what a claim may repeat and may not contradict. */
export const conhecidosDosFatos = (fatos: Fatos): Conhecido[] =>
  CAMPOS.filter((c) => isDito(fatos[c])).flatMap((campo) => {
    const f = fatos[campo];
    const um = (valor: string, texto?: string): Conhecido => ({ rotulo: DESCRICAO_DO_CAMPO[campo].nome, valor, campo, paraQue: 'fato', ...(texto === undefined ? {} : { texto }) });
    const outras = f.valor === null ? [] : (f.alternativas ?? []).map((a) => um(valorEmPalavras(campo, a.valor), a.trecho));
    return [um(valorDoFato(f), evidenciaDoFato(f)?.trecho), ...outras];
  });
