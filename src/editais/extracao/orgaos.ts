/** Words the name of a public body begins with, on folded text. */
export const INICIO_DE_ORGAO = String.raw`(?:municipio|prefeitura|camara\s+(?:municipal|de\s+vereadores|dos\s+deputados|legislativa)|fundo\s+(?:municipal|estadual|especial|nacional|de)|secretaria|governo|estado\s+d[aeo]|distrito\s+federal|uniao\b|republica|ministerio|universidade|instituto|fundacao|faculdade|escola|colegio|centro\s+(?:de|federal|universitario|estadual|tecnologico)|tribunal|justica\s+(?:federal|do\s+trabalho|eleitoral)|procuradoria|ministerio\s+publico|defensoria|advocacia|controladoria|assembleia|senado|conselho|companhia|cia\b\.?|empresa|consorcio|associacao|autarquia|agencia|servico\s+(?:autonomo|brasileiro|municipal|social|nacional|de|federal|geologico)|superintendencia|departamento|diretoria|coordenadoria|hospital|maternidade|policia|corpo\s+de\s+bombeiros|comando|exercito|marinha|aeronautica|base\s+(?:aerea|naval)|batalhao|regimento|grupamento|parque\s+de|arsenal|banco|caixa\s+economica|casa\s+(?:civil|militar|da\s+moeda)|departamento|central\s+de|polo|santa\s+casa|sociedade|saae\b|samae\b|serpro\b|embrapa\b|petrobras\b|sesc\b|senac\b|senai\b|sesi\b|sebrae\b|sest\b|instituicao|organizacao|regiao\s+metropolitana|subprefeitura|junta\s+comercial|loteria|imprensa)(?![a-z])`;

/** What comes after the name: its CNPJ and address, who represents it, what it does. */
const DEPOIS = String.raw`cnpj|inscrit[oa]|pessoa\s+juridica|por\s+(?:meio|interm\w+|determinacao|ordem|su?as?\b|seus?|ato|delegacao)|atraves|com\s+(?:sede|endereco|fulcro|base|fundamento|vistas)|sediad[oa]|situad[oa]|sit[oa]|localizad[oa]|estabelecid[oa]|realiza\w*|representad[oa]|neste\s+ato|no\s+uso|no\s+exercicio|torna\w*|faz\s+saber|comunica|convida|divulga|vem|doravante|daqui|conforme|usando|mediante|pel[oa]s?|para\s+(?:conhecimento|ciencia)|leva\s+ao|avisa|fara|promove\w*|que|uasg|nos\s+termos|de\s+acordo|atendendo|na\s+(?:pessoa|qualidade|forma)|e\s+(?:est[ea]|[oa])|aqui|designad[oa]|autoriza|cujo|telefone|fone|cep|rua|avenida|av|praca|https?|www|e-?mail|pag\.?|pagina|objeto|processo|edital|pregao|concorrencia|modalidade|autarquia|entidade|orgao`;
const FIM = new RegExp(
  [
    String.raw`[,\s(–-]\s*(?:${DEPOIS})\b`,
    String.raw`(?<!\bd[aeo])[\s,-]+estado\s+d[aeo]\b`,
    String.raw`[;:|"]|(?<!\bcia)\.(?:\s|$)|\n\s*\n|\f`,
    // a comma ends the name unless it lists words of it ("Compras, Licitações e Contratos")
    String.raw`,(?!\s*(?:administracao|departamento|superintendencia|diretoria)\s+(?:regional|nacional)\b)(?!\s*(?:[a-z]+(?:\s+(?:d[aeo]s?\s+)?[a-z]+){0,2},\s*)?[a-z]+(?:\s+(?:d[aeo]s?\s+)?[a-z]+){0,2}\s+e\s+[a-z]+)`,
  ].join('|'),
);

/** End of the body's name that begins at `texto[0]` (folded): before its CNPJ, address, what it does or who represents it. */
export function fimDoNome(texto: string): number {
  const m = FIM.exec(texto);
  return m ? m.index : texto.length;
}

/** Letters that tell two bodies apart: without "prefeitura municipal de", "município de", "estado". */
export const nucleoDoNome = (nome: string): string =>
  nome.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/\b(?:prefeitura|municipios?|municipal|municipais|estado|governo|d[aeo]s?|e|a|o)\b/g, ' ').replace(/[^a-z0-9]+/g, '');
