// The Dockerfile and .dockerignore as data: what the steps of .ci/imagem.mjs do is what they say, never a copy of it.

/**
 * @returns {{ nome: string, base: string, passos: { o: string, resto: string }[] }[]} the stages, in order
 */
export function parseDockerfile(texto) {
  const estagios = [];
  for (const linha of texto.replaceAll(/\\\n/g, ' ').split('\n').map((l) => l.trim()).filter((l) => l && !l.startsWith('#'))) {
    const [, o, resto] = /^([A-Z]+)\s+(.*)$/.exec(linha) ?? [];
    if (!o) throw new Error(`Dockerfile: não se entende “${linha}”`);
    if (o === 'FROM') {
      const [base, , nome = String(estagios.length)] = resto.split(/\s+/);
      estagios.push({ nome, base, passos: [] });
    } else estagios.at(-1).passos.push({ o, resto });
  }
  return estagios;
}

/** The arguments of an instruction that may be written as JSON. */
export const parseArgs = (resto) => (resto.startsWith('[') ? JSON.parse(resto) : ['sh', '-c', resto]);

/** `ENV A=1 B=2`. */
export const parseEnv = (resto) => Object.fromEntries([...resto.matchAll(/(\w+)=(\S+)/g)].map(([, nome, valor]) => [nome, valor]));

/** Names of the context's root that .dockerignore lets in: it shuts out everything and names what enters. */
export function parseDockerignore(texto) {
  const linhas = texto.split('\n').filter((l) => l && !l.startsWith('#'));
  if (linhas[0] !== '*' || linhas.slice(1).some((l) => !/^![\w.-]+$/.test(l))) throw new Error('.dockerignore: esperados * e nomes da raiz com !');
  return linhas.slice(1).map((l) => l.slice(1));
}
