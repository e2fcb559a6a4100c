import { decimal, fold, formatDia, formatDinheiro, lettersOf, type Evidencia } from '../../kernel/index.js';
import { judgeTitular } from './alcance.js';
import type { Atestado, Empresa } from './empresa.js';
import type { LeituraDocumento } from './leitura-documento.js';

/** A paper that was read, and the file it came in. */
export interface PapelLido {
  readonly arquivo: string;
  readonly leitura: LeituraDocumento;
}

/** Something to look at in what the papers say of the company. */
export interface AvisoDoPerfil {
  readonly codigo: string;
  /** JSON pointer into the profile. */
  readonly ponteiro: string;
  readonly mensagem: string;
  readonly evidencia: Evidencia | null;
}

export interface PerfilAlimentado {
  readonly empresa: Empresa;
  readonly avisos: readonly AvisoDoPerfil[];
}

/** A value that a paper offers for a field of the profile. */
interface Oferta {
  readonly campo: 'razaoSocial' | 'porte' | 'naturezaJuridica' | 'dataAbertura' | 'uf' | 'municipio' | 'capitalSocial' | 'patrimonioLiquido';
  readonly valor: string | null;
  readonly prova: string;
  readonly papel: PapelLido;
}

/** Which papers may fill which fields, in order of authority. */
function ofertasDe(papeis: readonly PapelLido[]): Oferta[] {
  const of = (tipo: string): PapelLido[] => papeis.filter((p) => p.leitura.tipo === tipo);
  const offer = (papel: PapelLido, campo: Oferta['campo'], valor: string | null | undefined, prova: string): Oferta => ({ campo, valor: valor ?? null, prova, papel });
  const recentes = (lista: PapelLido[]): PapelLido[] => [...lista].sort((a, b) => (b.leitura.emissao ?? '').localeCompare(a.leitura.emissao ?? ''));
  const cartoes = recentes(of('cartao_cnpj'));
  const juntas = recentes(of('certidao_simplificada'));
  return [
    ...cartoes.flatMap((p) => [
      offer(p, 'razaoSocial', p.leitura.titular.nome, 'titular'), offer(p, 'porte', p.leitura.valores.cadastro?.porte, 'cadastro.porte'), offer(p, 'naturezaJuridica', p.leitura.valores.cadastro?.naturezaJuridica, 'cadastro.naturezaJuridica'),
      offer(p, 'dataAbertura', p.leitura.valores.cadastro?.dataAbertura, 'cadastro.dataAbertura'), offer(p, 'uf', p.leitura.uf, 'uf'), offer(p, 'municipio', p.leitura.municipio, 'municipio'),
    ]),
    ...juntas.flatMap((p) => [offer(p, 'capitalSocial', p.leitura.valores.cadastro?.capitalSocial, 'cadastro.capitalSocial'), offer(p, 'porte', p.leitura.valores.cadastro?.porte, 'cadastro.porte'), offer(p, 'razaoSocial', p.leitura.titular.nome, 'titular'), offer(p, 'dataAbertura', p.leitura.valores.cadastro?.dataAbertura, 'cadastro.dataAbertura')]),
    ...recentes(of('contrato_social')).flatMap((p) => [offer(p, 'capitalSocial', p.leitura.valores.sociedade?.capitalSocial, 'sociedade.capitalSocial'), offer(p, 'razaoSocial', p.leitura.titular.nome, 'titular')]),
    ...cartoes.map((p) => offer(p, 'capitalSocial', p.leitura.valores.cadastro?.capitalSocial, 'cadastro.capitalSocial')),
    ...balancosDe(papeis).map((p) => offer(p, 'patrimonioLiquido', p.leitura.valores.balanco!.contas.patrimonioLiquido, 'balanco.patrimonioLiquido')),
  ].filter((o) => o.valor !== null);
}

/** Balances that say their year, the newest first. */
const balancosDe = (papeis: readonly PapelLido[]): PapelLido[] =>
  papeis.filter((p) => p.leitura.valores.balanco?.exercicio != null).sort((a, b) => b.leitura.valores.balanco!.exercicio! - a.leitura.valores.balanco!.exercicio!);

/**
 * The profile with what the company's papers tell: only what the person left out is filled, and where a paper says otherwise there is a
 * warning with both values and the quote. Papers of others, and positive certidões, fill nothing. Documents are not touched here.
 */
export function feedPerfil(perfil: Empresa, papeis: readonly PapelLido[]): PerfilAlimentado {
  const seus = papeis.filter((p) => judgeTitular(p.leitura, perfil.cnpj).conta);
  const empresa: { -readonly [K in keyof Empresa]: Empresa[K] } = { ...perfil };
  const avisos: AvisoDoPerfil[] = [];
  for (const { campo, valor, prova, papel } of ofertasDe(seus)) {
    const dado = perfil[campo];
    if (dado === undefined) {
      if (!splitsEndereco(perfil, campo, papel.leitura)) empresa[campo] ??= valor as never;
    }
    else if (!sameValor(campo, dado, valor!) && !avisos.some((a) => a.ponteiro === `/${campo}`)) avisos.push(diverge(`/${campo}`, campo, dado, valor!, papel, prova));
  }
  return { empresa: { ...empresa, ...cnaesDe(perfil, seus, avisos), ...balanco(perfil, seus, avisos), ...atestados(perfil, seus) }, avisos };
}

/** A seat is State and município together: half of one told by the person is not completed with half of another. */
const splitsEndereco = (perfil: Empresa, campo: string, { uf, municipio }: LeituraDocumento): boolean =>
  (campo === 'municipio' && perfil.uf !== undefined && perfil.uf !== uf) || (campo === 'uf' && perfil.municipio !== undefined && (municipio === null || fold(perfil.municipio) !== fold(municipio)));

function cnaesDe(perfil: Empresa, papeis: readonly PapelLido[], avisos: AvisoDoPerfil[]): Pick<Empresa, 'cnaes'> {
  const papel = papeis.find((p) => p.leitura.valores.cadastro?.cnaes.length);
  const lidos = papel?.leitura.valores.cadastro?.cnaes ?? [];
  if (!papel || !lidos.length) return {};
  if (!perfil.cnaes) return { cnaes: lidos };
  const dados = new Set(perfil.cnaes.map(lettersOf));
  if (!dados.has(lettersOf(lidos[0]!))) avisos.push(diverge('/cnaes', 'cnaes', perfil.cnaes.join(', '), lidos.join(', '), papel, 'cadastro.atividadePrincipal'));
  return {};
}

/** Years, índices and so on: of the newest balance, índices from its accounts, else as it prints them. */
function balanco(perfil: Empresa, papeis: readonly PapelLido[], avisos: AvisoDoPerfil[]): Pick<Empresa, 'balancos' | 'indices'> {
  const lista = balancosDe(papeis);
  const [novo] = lista;
  if (!novo) return {};
  const anos = [...new Set([...(perfil.balancos ?? []), ...lista.map((p) => p.leitura.valores.balanco!.exercicio!)])].sort((a, b) => b - a);
  const { indicesCalculados, indicesImpressos } = novo.leitura.valores.balanco!;
  const indices: Record<string, string> = {};
  for (const indice of ['liquidezGeral', 'solvenciaGeral', 'liquidezCorrente', 'endividamento'] as const) {
    const lido = indicesCalculados[indice] ?? indicesImpressos[indice];
    const dado = perfil.indices?.[indice];
    if (dado !== undefined) indices[indice] = dado;
    else if (lido !== null && decimal(lido).gte(0)) indices[indice] = lido;
    if (dado !== undefined && lido !== null && decimal(dado).minus(lido).abs().gt('0.02')) avisos.push(diverge(`/indices/${indice}`, indice, dado, lido, novo, `balanco.${indice}`));
  }
  return { balancos: anos, ...(Object.keys(indices).length ? { indices } : {}) };
}

/** Attestations of the papers beside those told: one for each quantity, so that they can be summed against items. */
function atestados(perfil: Empresa, papeis: readonly PapelLido[]): Pick<Empresa, 'atestados'> {
  const lidos = papeis.flatMap(({ leitura }): Atestado[] => {
    const a = leitura.valores.atestado;
    if (!a || (!a.objeto && !a.quantidades.length)) return [];
    const ano = a.fim ?? leitura.emissao;
    const base = { ...(ano ? { ano: Number(ano.slice(0, 4)) } : {}), ...(a.contratante.nome ? { emissor: a.contratante.nome.slice(0, 200) } : {}) };
    const valor = a.valor ? { valor: a.valor } : {};
    if (!a.quantidades.length) return [{ descricao: a.objeto!, ...base, ...valor }];
    return a.quantidades.map((q) => ({ descricao: q.descricao, quantidade: q.quantidade, unidade: q.unidade.slice(0, 60), ...base, ...(a.quantidades.length === 1 ? valor : {}) }));
  });
  const chave = (a: Atestado): string => JSON.stringify([lettersOf(a.descricao), a.quantidade ?? null, lettersOf(a.emissor ?? '')]);
  const todos = new Map([...lidos, ...(perfil.atestados ?? [])].map((a) => [chave(a), a]));
  return lidos.length ? { atestados: [...todos.values()] } : {};
}

const sameValor = (campo: Oferta['campo'], a: string, b: string): boolean =>
  campo === 'capitalSocial' || campo === 'patrimonioLiquido' ? decimal(a).eq(b) : campo === 'naturezaJuridica' ? lettersOf(b).includes(lettersOf(a)) || lettersOf(a).includes(lettersOf(b)) : lettersOf(fold(a)) === lettersOf(fold(b));

const NOMES: Readonly<Record<string, string>> = { razaoSocial: 'a razão social', porte: 'o porte', naturezaJuridica: 'a natureza jurídica', dataAbertura: 'a data de abertura', uf: 'a UF', municipio: 'o município', capitalSocial: 'o capital social', patrimonioLiquido: 'o patrimônio líquido', cnaes: 'os CNAEs', liquidezGeral: 'a liquidez geral', solvenciaGeral: 'a solvência geral', liquidezCorrente: 'a liquidez corrente', endividamento: 'o endividamento' };
const show = (campo: string, v: string): string => (campo === 'capitalSocial' || campo === 'patrimonioLiquido' ? formatDinheiro(v) : campo === 'dataAbertura' ? formatDia(v) : v.replace(/^(\d+)\.(\d+)$/, '$1,$2'));

const diverge = (ponteiro: string, campo: string, dado: string, lido: string, { arquivo, leitura }: PapelLido, prova: string): AvisoDoPerfil => ({
  codigo: 'diverge_do_perfil', ponteiro, mensagem: `Vale ${NOMES[campo] ?? campo} do perfil (${show(campo, dado)}); ${leitura.titulo} (${arquivo}) diz ${show(campo, lido)}.`, evidencia: leitura.evidencias[prova] ?? null,
});
