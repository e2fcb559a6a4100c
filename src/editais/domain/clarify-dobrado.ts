import { isInterrompida, type LinhaTexto } from './linhas-texto.js';

/** A heading or the label of a cell is short and ends in no stop. */
const MAIOR_TITULO = 90;
const MAIOR_ROTULO = 60;
/** What is said under a title in few words has no subject of its own. */
const MAIOR_RESPOSTA = 100;
const TITULO = /[a-z]{3}[^.;:,?]*[a-z)](?<!\b(?:caso|quando|se|sera|serao|ser|nao))$/;
const NUMERO = /^(?:\d{1,2}(?:\.\d{1,3}){1,5}\s?[-.)]?\s*[-–]?\s*|[a-z]\)\s*)?/;
const QUALIDADE = '(?:vedad|proibid|permitid|admitid|dispensad|facultativ|obrigatori|exigid|autorizad|necessari|aceit)';
/** Words that answer the title: "Não se aplica", "É vedada", "Será de 24 meses", "Até 12 dias", "Facultativa". */
const RESPOSTA = new RegExp(
  [
    String.raw`nao\s+(?:se\s+aplica\b|havera\b|ha\b|aplicavel\b|(?:(?:sera|serao|e|sao)\s+)?${QUALIDADE}[oa]s?\s*(?:[.,;]|$))`,
    String.raw`(?:(?:e|sera|serao|fica|ficam)\s+)?${QUALIDADE}[oa]s?\s*(?:[.,;]|$)`,
    String.raw`sera\s+de\s+(?:ate\s+)?\(?\d`,
    String.raw`(?:de\s+)?(?:ate\s+)?\d{1,4}\s?(?:\([a-z\s]{2,40}\)\s?)?(?:dias?|meses|mes|anos?|horas?|%)`,
    String.raw`o\s+prazo\s+(?:e|sera)\s+de\s`,
  ].map((r) => `(?:${r})`).join('|'),
);
const INICIO_RESPOSTA = new RegExp(`^(?:${RESPOSTA.source})`);

/** A row of boxes right after its label, in one line (a column of them is a list, where many may be ticked): "( ) ITEM (X) LOTE ( ) GLOBAL". */
const CAIXA = String.raw`(?:\([ \t]{0,4}x?[ \t]{0,4}\)|\[[ \t]{0,4}x?[ \t]{0,4}\]|[☐☒☑□■])`;
const LINHA_DE_CAIXAS = new RegExp(String.raw`(?=[([☐☒☑□■])(?<=[:?\n][ \t]{0,3}|(?:^|\n)[^\n()[\];]{3,60}[a-z][ \t]{1,3})(?:${CAIXA}[ \t]{0,3}[a-z][a-z \t/-]{1,50}?[ \t]{0,3}){2,8}(?=[\n.;,]|$)`, 'g');
/** The same with the box after each option: "Não exigida (X) Facultativa ( )". */
const CAIXAS_DEPOIS = new RegExp(String.raw`(?<=[:?][ \t]{0,3})(?:[a-z][a-z \t/-]{1,40}?[ \t]{0,3}${CAIXA}[ \t]{0,3}){2,8}(?=[\n.;]|$)`, 'g');
const OPCAO_ANTES = new RegExp(String.raw`(?<texto>[^()[\]☐☒☑□■]{1,60})(?<caixa>${CAIXA})`, 'g');
/** "Sim" and "não" alone answer a label that asks; "não exigida" is an option like the others. */
const SIM_OU_NAO = /^(?:sim|nao)\b(?!\s+(?:e\s+|sera\s+|se\s+)?(?:exig|obrigat|permitid|admitid|aceit|aplica|haver))/;
const OPCAO = new RegExp(String.raw`(?<caixa>${CAIXA})(?<texto>[^()[\]☐☒☑□■]{1,60})`, 'g');
const isMarcada = (caixa: string): boolean => /[x☒☑■]/.test(caixa);

/**
 * The folded text as expressions should see it, every character at its place: a title joined by ":" to the few words
 * under it that answer it ("DA VISTORIA↵4.1 Não se aplica"), and of a row of boxes only the option that is ticked.
 */
export function clarifyDobrado(dobrado: string, linhas: readonly LinhaTexto[]): string {
  return keepMarcadas(joinRespostas(dobrado, linhas));
}

function joinRespostas(dobrado: string, linhas: readonly LinhaTexto[]): string {
  const pedacos: string[] = [];
  let feito = 0;
  linhas.forEach((titulo, i) => {
    const resposta = linhas[i + 1];
    if (!resposta || !isTitulo(titulo) || resposta.ordemNaPagina !== titulo.ordemNaPagina + 1 || resposta.dobrado.length > MAIOR_RESPOSTA) return;
    const numero = NUMERO.exec(resposta.dobrado)![0].length;
    const semNumero = resposta.dobrado.slice(numero);
    if (!INICIO_RESPOSTA.test(semNumero) || (numero === 0 && titulo.texto.trim().length > MAIOR_ROTULO)) return;
    // what begins in lower case goes on from the line above
    if (!/^[\p{Lu}\d(]/u.test(resposta.texto.trimStart().slice(numero))) return;
    const comeco = resposta.inicio + (dobrado.slice(resposta.inicio, resposta.fim).length - dobrado.slice(resposta.inicio, resposta.fim).trimStart().length) + numero;
    pedacos.push(dobrado.slice(feito, titulo.fim), ':'.padEnd(comeco - titulo.fim, ' '));
    feito = comeco;
  });
  return pedacos.length ? pedacos.join('') + dobrado.slice(feito) : dobrado;
}

/** A numbered or upper-case line, or one that begins with a capital and is short. */
const isTitulo = (l: LinhaTexto): boolean => l.texto.length <= MAIOR_TITULO && TITULO.test(l.dobrado) && !isInterrompida(l) && /^\s*(?:[\d.]{1,10}[\s)–-]+)?\p{Lu}/u.test(l.texto);

const keepMarcadas = (dobrado: string): string =>
  dobrado.replace(LINHA_DE_CAIXAS, (linha, em: number) => keepMarcada(linha, OPCAO, /[:?\n][ \t]*$/.test(dobrado.slice(Math.max(0, em - 5), em)))).replace(CAIXAS_DEPOIS, (linha) => keepMarcada(linha, OPCAO_ANTES, true));

/** Of a row of options only the ticked one, at its place; a label not yet closed gets its colon where the first box stood. */
function keepMarcada(linha: string, opcao: RegExp, fechada: boolean): string {
  const opcoes = [...linha.matchAll(opcao)].map((m) => ({ marcada: isMarcada(m.groups!['caixa']!), texto: m.groups!['texto']!.trim() }));
  // "sim ( ) não (x)" has a reader of its own; nothing or all ticked chooses nothing
  if (opcoes.filter((o) => o.marcada).length !== 1 || opcoes.some((o) => SIM_OU_NAO.test(o.texto))) return linha;
  const limpa = linha.replace(opcao, (tudo: string, ...resto: unknown[]) => {
    const { caixa, texto } = resto.at(-1) as { readonly caixa: string; readonly texto: string };
    if (!isMarcada(caixa)) return ' '.repeat(tudo.length);
    return opcao === OPCAO ? ' '.repeat(caixa.length) + texto : texto + ' '.repeat(caixa.length);
  });
  return fechada ? limpa : `:${limpa.slice(1)}`;
}
