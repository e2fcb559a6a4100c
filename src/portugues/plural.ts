/** Plurals that the rules would miss, or words that only look like one. Folded. */
const EXCECOES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    uteis: 'util', faceis: 'facil', dificeis: 'dificil', civis: 'civil', contabeis: 'contabil', portateis: 'portatil', texteis: 'textil', frageis: 'fragil', ageis: 'agil', estereis: 'esteril', infantis: 'infantil', juvenis: 'juvenil', estudantis: 'estudantil', hostis: 'hostil', fabris: 'fabril', mercantis: 'mercantil', barris: 'barril', funis: 'funil', canis: 'canil', fuzis: 'fuzil', tenis: 'tenis', oasis: 'oasis', perfis: 'perfil', sutis: 'sutil', fosseis: 'fossil', projeteis: 'projetil', moveis: 'movel',
    depois: 'depois', dois: 'dois', duas: 'duas', tres: 'tres', gratis: 'gratis', lapis: 'lapis', onus: 'onus', bonus: 'bonus', campus: 'campus', virus: 'virus', status: 'status', pais: 'pais', paises: 'pais', gas: 'gas', gases: 'gas', onibus: 'onibus', deus: 'deus', mateus: 'mateus', antivirus: 'antivirus',
    menores: 'menor', juniores: 'junior', caracteres: 'carater', mas: 'mas', seis: 'seis', reis: 'rei', leis: 'lei',
  }),
);

/** Ending of the plural, its singular: on folded words "ações" and "cidadãos" end alike. The first that fits wins. */
const REGRAS: readonly (readonly [RegExp, string])[] = [
  [/[oa]es$/, 'ao'], [/aos$/, 'ao'], [/ais$/, 'al'], [/eis$/, 'el'], [/ois$/, 'ol'], [/uis$/, 'ul'], [/ns$/, 'm'],
  [/(?<=[ae])us$/, 'u'], [/(?<=[aeiou])res$/, 'r'], [/(?<=[aeiou])zes$/, 'z'], [/(?<![us])s$/, ''],
];

/** A folded word in the singular: "acoes" → "acao", "editais" → "edital", "valores" → "valor". A word that is no plural comes back as it is. */
export function toSingular(palavra: string): string {
  const fixa = EXCECOES.get(palavra);
  if (fixa !== undefined) return fixa;
  if (palavra.length < 4 || !palavra.endsWith('s')) return palavra;
  const regra = REGRAS.find(([r]) => r.test(palavra));
  return regra ? palavra.replace(regra[0], regra[1]) : palavra;
}
