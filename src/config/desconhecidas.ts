import { distance } from 'fastest-levenshtein';
import { AMBIENTE } from './config.js';

const NOSSAS = /^(?:ALICIT|ALERTA|PNCP)_[A-Z\d_]{1,80}$/;
const UMA = /^[A-Z][A-Z\d_]{5,80}$/;
/** Kubernetes gives a pod these of every service of its namespace; ours may be called alicit. */
const DE_SERVICO = /_SERVICE_(?:HOST|PORT(?:_\w+)?)$|_PORT(?:_\d+_(?:TCP|UDP)(?:_(?:ADDR|PORT|PROTO))?)?$/;
/** Read by the project's own tests and scripts. */
const DO_PROJETO = /^ALICIT_(?:TESTE|BENCH|CI|CONTRATO)_/;
/** Letters by which a name may differ from the one that was meant. */
const TROCAS = 3;
/** Another program's name is only taken for ours when it differs by no more than this. */
const TROCAS_ALHEIA = 1;

/** Variables that look like ours and that nothing reads: a mistyped name would otherwise be a setting that silently never was. */
export function describeDesconhecidas(ambiente: Readonly<Record<string, string | undefined>>): readonly string[] {
  const nomes = Object.keys(AMBIENTE.shape);
  const conhecidos = new Set(nomes);
  return Object.keys(ambiente).sort().flatMap((nome) => {
    if (conhecidos.has(nome) || !UMA.test(nome) || DO_PROJETO.test(nome) || DE_SERVICO.test(nome)) return [];
    const [perto, trocas] = nomes.reduce<[string, number]>(([p, t], n) => (distance(nome, n) < t ? [n, distance(nome, n)] : [p, t]), ['', TROCAS + 1]);
    if (!NOSSAS.test(nome) && (trocas > TROCAS_ALHEIA || perto.length <= 8)) return [];
    return [`a variável de ambiente ${nome} não é do ALICIT e foi ignorada${trocas <= TROCAS ? `; seria ${perto}` : ''}.`];
  });
}

/** The same of this process's environment. */
export const readDesconhecidas = (): readonly string[] => describeDesconhecidas(process.env);
