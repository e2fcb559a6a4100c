// .env.example as text: names, order and explanations from the tables of docs/configuracao.md, defaults and what is secret
// from the program's own schema. Says where the two disagree, so that neither can be forgotten.

/** A row of the tables: the variables it is about, their defaults as it tells them, and what they do. */
const LINHA = /^\| ((?:`[A-Z][A-Z0-9_]*`(?:, )?)+) \| (.*?) \| (.*) \|$/;

/** @returns {{ titulo: string, linhas: { nomes: string[], padrao: string, texto: string }[] }[]} */
export function readGrupos(markdown) {
  const [, secao = ''] = markdown.split(/^## Variáveis de ambiente$/m);
  return secao.split(/^## /m)[0].split(/^### /m).slice(1).map((grupo) => {
    const [titulo = '', ...linhas] = grupo.split('\n');
    return { titulo, linhas: linhas.flatMap((l) => { const m = LINHA.exec(l); return m ? [{ nomes: m[1].match(/[A-Z][A-Z0-9_]*/g), padrao: m[2], texto: m[3] }] : []; }) };
  });
}

/** What a reader of plain text needs not see. */
const simplify = (texto) => texto.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/[`*]{1,2}(?=\S)|(?<=\S)[`*]{1,2}/g, '').replace(/ \((?:abaixo|veja abaixo)\)/g, '');

/** Words of the text in lines that fit a terminal, each a comment. */
function wrap(texto, largura = 118) {
  const linhas = [''];
  for (const palavra of texto.split(' ')) {
    if (linhas.at(-1).length + palavra.length + 1 > largura) linhas.push('');
    linhas[linhas.length - 1] += (linhas.at(-1) ? ' ' : '') + palavra;
  }
  return linhas.map((l) => `# ${l}`);
}

/** Defaults that a row tells as words, since they depend on the machine or are long. */
const EM_PALAVRAS = /^(?:núcleos|o d[ao]s? |as? d[ao] |as? d[ao]s? |todas|–)/;

/** Disagreements of the schema and the text: variables without a row or with two, rows of none, other defaults. */
export function findDesacordos(variaveis, grupos) {
  const linhas = grupos.flatMap((g) => g.linhas);
  const ditas = linhas.flatMap((l) => l.nomes);
  const conhecidas = new Map(variaveis.map((v) => [v.nome, v]));
  const outros = linhas.flatMap(({ nomes, padrao }) => {
    const ditos = nomes.length === 1 ? [padrao] : padrao.split(', ');
    return nomes.flatMap((nome, i) => {
      const dito = (ditos[i] ?? ditos[0]).replaceAll('`', '');
      const doEsquema = conhecidas.get(nome)?.padrao ?? null;
      return doEsquema === null || doEsquema === dito || EM_PALAVRAS.test(dito) || /^https?:/.test(doEsquema) ? [] : [`${nome}: o texto diz ${dito}, o esquema ${doEsquema}`];
    });
  });
  return [
    ...variaveis.filter((v) => !ditas.includes(v.nome)).map((v) => `${v.nome} não está em docs/configuracao.md`), ...ditas.filter((n) => !conhecidas.has(n)).map((n) => `${n} não existe`),
    ...new Set(ditas.filter((n, i) => ditas.indexOf(n) !== i).map((n) => `${n} aparece duas vezes`)), ...outros,
  ];
}

/** @param {readonly { nome: string, padrao: string | null, secreta: boolean }[]} variaveis */
export function formatEnv(variaveis, markdown) {
  const grupos = readGrupos(markdown);
  const desacordos = findDesacordos(variaveis, grupos);
  if (desacordos.length) throw new Error(`docs/configuracao.md e o esquema não concordam:\n${desacordos.join('\n')}`);
  const porNome = new Map(variaveis.map((v) => [v.nome, v]));
  const blocos = grupos.map(({ titulo, linhas }) => [`# ==== ${titulo}`, ...linhas.map((l) => formatLinha(l, porNome))].join('\n\n'));
  return `${['# Variáveis de ambiente do ALICIT. Todas são opcionais; as que estão comentadas mostram o padrão.\n# Gerado por npm run env:gerar de docs/configuracao.md e do esquema do programa: não edite. O programa não lê este\n# arquivo: passe-o a quem o inicia (docker run --env-file, systemd EnvironmentFile, node --env-file).', ...blocos].join('\n\n')}\n`;
}

function formatLinha({ nomes, padrao, texto }, porNome) {
  const secretas = nomes.filter((n) => porNome.get(n).secreta);
  const cada = nomes.length === 1 || padrao.split(', ').length !== nomes.length ? nomes.map(() => padrao) : padrao.split(', ');
  const ditos = [...new Set(cada.filter((dito, i) => (porNome.get(nomes[i]).padrao === null || EM_PALAVRAS.test(dito)) && !/^(?:–|nenhum)$/.test(dito) && !/^https?:/.test(porNome.get(nomes[i]).padrao ?? '')))];
  const avisos = [
    ...(ditos.length ? [`# Padrão: ${simplify(ditos.join(', '))}.`] : []),
    ...(secretas.length ? [`# SECRETA${secretas.length < nomes.length ? ` (${secretas.join(', ')})` : ''}.`] : []),
  ];
  const valor = (v) => (v.padrao === null || /^núcleos/.test(padrao) ? '' : v.padrao);
  return [...wrap(simplify(texto)), ...avisos, ...nomes.map((n) => `#${n}=${valor(porNome.get(n))}`)].join('\n');
}
