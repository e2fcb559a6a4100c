/** What a migration does that the version before it, still running, could not bear. */
const PROIBIDAS: readonly (readonly [RegExp, string])[] = [
  [/\bdrop\s+(?:table|column|schema|view|sequence|function|type)\b/gi, 'apaga o que a versão anterior ainda usa'],
  [/\brename\s+(?:column\s+)?(?:"?\w+"?\s+)?to\b/gi, 'muda o nome do que a versão anterior ainda usa'],
  [/\balter\s+(?:column\s+)?"?\w+"?\s+(?:set\s+data\s+)?type\b/gi, 'muda o tipo de uma coluna'],
  [/\bset\s+not\s+null\b/gi, 'exige o que a versão anterior não escreve'],
  [/\badd\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?"?(?!constraint\b|check\b|unique\b|foreign\b|primary\b|exclude\b)\w+"?\s+[^,;`]*?\bnot\s+null\b(?![^,;`]*\b(?:default|generated)\b)(?<!\b(?:default|generated)\b[^,;`]*)/gi, 'coluna obrigatória sem valor padrão'],
  [/\badd\s+(?:constraint\s+"?\w+"?\s+)?(?:check|unique|foreign\s+key|primary\s+key|exclude)\b(?![^;`]*\bnot\s+valid\b)/gi, 'restrição conferida nas linhas da versão anterior'],
  [/\bcreate\s+unique\s+index\b/gi, 'índice único que a versão anterior pode violar'],
  [/\btruncate\b/gi, 'apaga linhas'],
];

const CONTRACAO = /contração d[ao] (\d+)\.(\d+)(?:\.\d+)?\b/;

/** The text without the method that undoes it: going back is by restoring, or by another migration. */
function withoutDown(fonte: string): string {
  const inicio = fonte.search(/\basync down\(/);
  if (inicio < 0) return fonte;
  let abertas = 0;
  for (let i = fonte.indexOf('{', inicio); i < fonte.length; i++) {
    if (fonte[i] === '{') abertas++;
    if (fonte[i] === '}' && --abertas === 0) return fonte.slice(0, inicio) + fonte.slice(i + 1);
  }
  return fonte.slice(0, inicio);
}

/**
 * Why a migration may not run while the version before it still does; nothing when it may. Tables it creates itself are its own;
 * a contraction says of which version it is (`contração da 0.1`), one that `versao`, the one it comes with, has left behind.
 */
export function findQuebras(fonte: string, versao: string): string[] {
  const contracao = CONTRACAO.exec(fonte);
  if (contracao) {
    const [maior, menor] = versao.split('.').map(Number) as [number, number];
    const [daMaior, daMenor] = [Number(contracao[1]), Number(contracao[2])];
    return daMaior < maior || (daMaior === maior && daMenor < menor) ? [] : [`contração da ${daMaior}.${daMenor}, que não é anterior à ${versao}`];
  }
  const sql = withoutDown(fonte).replaceAll('"', '');
  const novas = new Set([...sql.matchAll(/create\s+table\s+(?:if\s+not\s+exists\s+)?([\w.]+)/gi)].map((m) => m[1]!.toLowerCase()));
  const comandos = sql.split(/[`;]/).filter((c) => ![...novas].some((t) => new RegExp(`(?:alter\\s+table|\\son)\\s+(?:only\\s+)?${t.replace('.', '\\.')}\\b`, 'i').test(c)));
  return comandos.flatMap((c) => PROIBIDAS.filter(([padrao]) => c.search(padrao) >= 0).map(([, porque]) => `${porque}: ${c.trim().replace(/\s+/g, ' ').slice(0, 120)}`));
}
