import type { Sancao } from '../../../empresas/index.js';
import { addMeses, formatCnpj, formatDia, lettersOf, type Dia } from '../../../kernel/index.js';
import { isRecente, type SancaoRegistrada } from '../../../sancoes/index.js';
import { scopeSancao } from '../../habilitacao/sancoes.js';
import type { DadoUsado } from '../../domain/analise.js';
import { daEmpresa, type Caso } from '../caso.js';

export type Alcance = 'alcanca' | 'alerta' | 'nao_alcanca' | 'incerto';

/** A sanction, told by the company or by a register, over this tender on the day of its session. */
export interface SancaoNoCaso {
  readonly descricao: string;
  readonly dado: DadoUsado;
  /** Null: nobody knows. */
  readonly vigente: boolean | null;
  readonly alcance: Alcance;
  /** Who applied it. */
  readonly ente: string;
  /** Field of the profile where its details may be told. */
  readonly campo: string;
  /** Only an alert whatever it is: another establishment's, or of unknown effect. */
  readonly soAlerta: boolean;
}

/** Longest and shortest terms in months: art. 156, §§ 4º and 5º, of Lei 14.133/2021; suspension, art. 87, III, of Lei 8.666/1993. */
const TERMO: Readonly<Record<Sancao['tipo'], { readonly minimo: number; readonly maximo: number | null }>> = {
  impedimento: { minimo: 0, maximo: 36 },
  inidoneidade: { minimo: 36, maximo: null },
  suspensao: { minimo: 0, maximo: 24 },
};

const NOME: Readonly<Record<Sancao['tipo'], string>> = {
  impedimento: 'Impedimento de licitar aplicado', inidoneidade: 'Declaração de inidoneidade aplicada', suspensao: 'Suspensão temporária aplicada',
};

/** Is the sanction in force on the day? Null when its end is not known. */
export function isVigente(s: Sancao, dia: Dia): boolean | null {
  if (dia < s.inicio) return false;
  if (s.fim) return dia <= s.fim;
  const { minimo, maximo } = TERMO[s.tipo];
  if (maximo !== null && dia > addMeses(s.inicio, maximo)) return false;
  return dia <= addMeses(s.inicio, minimo) && minimo > 0 ? true : null;
}

/**
 * Whom the sanction binds, for blocking: `scopeSancao`, narrowed to what is certain. The suspension of Lei 8.666
 * (art. 87, III) is disputed beyond the very body that applied it; for state companies only the inidoneidade of the
 * Union, a State or the company itself blocks (Lei 13.303/2016, art. 38).
 */
export function reachOf(s: Sancao, c: Caso, dia: Dia): Alcance {
  const orgao = c.orgao.nome;
  if (orgao !== null && lettersOf(s.enteSancionador) === lettersOf(orgao)) return 'alcanca';
  if (s.tipo === 'suspensao') return 'alerta';
  if (c.regime === '13303') return s.tipo === 'inidoneidade' && (s.esfera === 'federal' || s.esfera === 'estadual') ? 'alcanca' : 'alerta';
  const { alcance } = scopeSancao({ ...s, fim: undefined }, c.orgao, dia, c.regime);
  return ({ impede: 'alcanca', indefinido: 'incerto', alerta: 'nao_alcanca', nao_alcanca: 'nao_alcanca' } as const)[alcance];
}

/** In a recent register without an end, it is in force; past the longest term of its law, it is not. */
function isRegistradaVigente(r: SancaoRegistrada, dia: Dia): boolean | null {
  if (r.inicio !== null && dia < r.inicio) return false;
  if (r.fim !== null) return dia > r.fim ? false : r.inicio !== null || null;
  if (r.inicio === null || r.comPrazo) return null;
  return r.maxMeses === null || dia <= addMeses(r.inicio, r.maxMeses);
}

/** The kind whose reach is the one the register's classification found. */
const COMO = { todos: 'inidoneidade', ente: 'impedimento', ente_ao_menos: 'impedimento', orgao: 'suspensao' } as const;

/** Whom a registered sanction binds. The Union's own reach (TCU) is certain for federal bodies and an alert where federal money may be. */
function reachOfRegistrada(r: SancaoRegistrada, c: Caso, dia: Dia): Alcance {
  if (r.alcance === 'indefinido') return 'incerto';
  if (r.alcance === 'uniao') return c.orgao.esfera === 'federal' ? 'alcanca' : c.orgao.esfera === null ? 'incerto' : 'alerta';
  const { orgao: enteSancionador, esfera, uf, municipio } = r;
  const alcance = reachOf({ tipo: COMO[r.alcance], enteSancionador, inicio: r.inicio ?? dia, ...(esfera ? { esfera } : {}), ...(uf ? { uf } : {}), ...(municipio ? { municipio } : {}) }, c, dia);
  return r.alcance === 'ente_ao_menos' && alcance === 'nao_alcanca' ? 'incerto' : alcance;
}

const daPerfil = (c: Caso, dia: Dia): SancaoNoCaso[] => (c.empresa.sancoes ?? []).map((s, i) => {
  const descricao = `${NOME[s.tipo]} por ${s.enteSancionador}, ${s.fim ? `de ${formatDia(s.inicio)} a ${formatDia(s.fim)}` : `desde ${formatDia(s.inicio)}`}`;
  const campo = `/sancoes/${i}`;
  return { descricao, campo, dado: daEmpresa(campo, descricao), vigente: isVigente(s, dia), alcance: reachOf(s, c, dia), ente: s.enteSancionador, soAlerta: false };
});

function doCadastro(c: Caso, r: SancaoRegistrada, dia: Dia): SancaoNoCaso {
  const consulta = c.sancoes!;
  const fonte = consulta.fontes.find((f) => f.cadastro === r.cadastro)!;
  const periodo = `${r.inicio ? `de ${formatDia(r.inicio)}` : 'sem início informado'}${r.fim ? ` a ${formatDia(r.fim)}` : ', sem fim informado'}`;
  const outro = r.cnpj !== c.empresa.cnpj ? `, de outro estabelecimento da empresa (${formatCnpj(r.cnpj)})` : '';
  const descricao = `${r.categoria} aplicada por ${r.orgao}, ${periodo}${outro} (${r.cadastro.toUpperCase()} de ${formatDia(fonte.data)}${r.fundamento ? `; ${r.fundamento}` : ''})`;
  const recente = isRecente(consulta, fonte, c.hoje);
  const vigente = isRegistradaVigente(r, dia);
  const alcance = reachOfRegistrada(r, c, dia);
  return {
    descricao, campo: '/sancoes', dado: { fonte: r.cadastro, campo: r.codigo ?? r.cnpj, valor: descricao }, ente: r.orgao, soAlerta: outro !== '' || r.efeito === 'desconhecido',
    // An old register may hold what was lifted since: it asks, it does not block.
    vigente: recente || vigente === false ? vigente : null, alcance,
  };
}

/** The company told the same sanction: what it adds (end, município) settles what the register leaves open. */
const isContada = (c: Caso, r: SancaoRegistrada): boolean => (c.empresa.sancoes ?? []).some((s) => s.tipo === r.tipo && s.inicio === r.inicio);

/** All sanctions known of the company over this tender; fines and the like, which bar nobody, are left out. */
export function listSancoes(c: Caso, dia: Dia): readonly SancaoNoCaso[] {
  const registradas = [...(c.sancoes?.registros ?? []), ...(c.sancoes?.daRaiz ?? [])].filter((r) => r.efeito !== 'nao_impede');
  const julgadas = registradas.map((r) => ({ r, s: doCadastro(c, r, dia) }));
  return [...daPerfil(c, dia), ...julgadas.filter(({ r, s }) => (s.vigente && s.alcance === 'alcanca') || !isContada(c, r)).map(({ s }) => s)];
}
