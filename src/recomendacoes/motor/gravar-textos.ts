import { canonicalJson, hashDe } from '../../kernel/index.js';
import { compileTexto, packTexto, type Estatistica, type TextoParaCasar } from '../index.js';
import { DIA_MS, SEM_DATA_DIAS, TRAVA_TEXTOS } from './ambiente.js';
import { assinar } from './assinar.js';
import { consultaDe, transact, type Cliente } from './cliente.js';
import { beneficioDe } from './me-epp.js';
import type { TextoGuardado } from './texto-guardado.js';
import { VERSAO_MOTOR } from './versao.js';
import { isVigente } from './vigente.js';

interface Item {
  readonly numero: number;
  readonly descricao: string;
  readonly beneficio: string | null;
}

/** What the list is ordered and filtered by, besides the text. */
const FATOS = ['uf', 'codigo_ibge', 'modalidade_id', 'valor', 'situacao', 'publicacao', 'duplicidade'] as const;
type Fatos = Readonly<Record<(typeof FATOS)[number], string | number | null>>;

interface Fonte {
  readonly numero: string;
  readonly objeto: string | null;
  readonly encerramento: Date | null;
  readonly itens: readonly Item[] | null;
  readonly fatos: Fatos;
  /** What is kept of it; null: nothing. */
  readonly hash: string | null;
  readonly motor: string | null;
  /** Infinity is a number. */
  readonly encerrava: Date | number | null;
  readonly me_epp: string | null;
  readonly tinha: Fatos | null;
}

/** What became of some tenders: those whose words changed are to be matched again. */
export interface TextosGravados {
  readonly mudados: readonly TextoGuardado[];
  /** Closed long ago, or gone: nothing of them is kept. */
  readonly fora: readonly string[];
}

/** What is compared of a tender. */
export const toTexto = ({ objeto, itens }: { readonly objeto: string | null; readonly itens: readonly { readonly numero: number; readonly descricao: string }[] | null }): TextoParaCasar => ({ objeto: objeto ?? '', itens: (itens ?? []).map((i) => ({ numero: i.numero, descricao: i.descricao })) });

/** Whether a tender is still of use at a moment, ms. */
export const isDoPeriodo = ({ encerramento, publicacao }: { readonly encerramento: number | null; readonly publicacao: number | null }, agora: number, diasEncerradas: number): boolean =>
  encerramento === null ? publicacao === null || publicacao > agora - SEM_DATA_DIAS * DIA_MS : encerramento >= agora - diasEncerradas * DIA_MS;

const fatosDe = (tabela: string): string => `jsonb_build_object(${FATOS.map((f) => `'${f}', ${tabela}.${f}`).join(', ')})`;
const LER = `select l.numero, l.dados ->> 'objeto' as objeto, l.encerramento, i.dados as itens, ${fatosDe('l')} as fatos, t.hash, t.motor, t.encerramento as encerrava, t.me_epp, ${fatosDe('t')} as tinha
  from alicit.acervo_licitacao l left join alicit.acervo_complemento i on i.numero = l.numero and i.parte = 'itens' left join alicit.recomendacao_texto t on t.numero = l.numero
  where l.numero = any($1::text[])`;

/** Compiles and keeps the texts of tenders that are open or closed recently; what did not change is left. One writer at a time. */
export async function gravarTextos(c: Cliente, numeros: readonly string[], { agora, diasEncerradas, estatistica }: { readonly agora: number; readonly diasEncerradas: number; readonly estatistica: Estatistica }): Promise<TextosGravados> {
  return transact(c, async () => {
    await c.query('select pg_advisory_xact_lock($1)', [TRAVA_TEXTOS]);
    const { rows } = await c.query<Fonte>(LER, [numeros]);
    const doPeriodo = rows.filter((f) => isDoPeriodo({ encerramento: f.encerramento?.getTime() ?? null, publicacao: f.fatos.publicacao === null ? null : Date.parse(String(f.fatos.publicacao)) }, agora, diasEncerradas));
    const fica = new Set(doPeriodo.map((f) => f.numero));
    const fora = numeros.filter((n) => !fica.has(n));
    if (fora.length) await c.query('delete from alicit.recomendacao_texto where numero = any($1::text[])', [fora]);
    const vigente = await isVigente(consultaDe(c));
    const linhas = doPeriodo.flatMap((f) => toLinha(f, estatistica, vigente));
    const revisoes = linhas.length ? await write(c, linhas) : new Map<string, number>();
    return { fora, mudados: linhas.filter((l) => l.mudou).map((l) => ({ numero: l.numero, revisao: revisoes.get(l.numero)!, compilado: l.compilado, uf: l.fatos.uf as string | null, encerramento: l.encerramento?.getTime() ?? null })) };
  });
}

interface Linha {
  readonly numero: string;
  readonly hash: string;
  readonly compilado: Uint8Array;
  readonly assinatura: readonly number[];
  readonly meEpp: string | null;
  readonly fatos: Fatos;
  readonly encerramento: Date | null;
  /** Its words did, and not only its dates. */
  readonly mudou: boolean;
}

/** Nothing when nothing of it changed; that another engine compiled it is a change only to the newest. */
function toLinha(f: Fonte, estatistica: Estatistica, vigente: boolean): Linha[] {
  const texto = toTexto(f);
  const hash = hashDe(texto).slice(0, 32);
  const meEpp = beneficioDe(f.itens ?? []);
  const mudou = hash !== f.hash || (vigente && f.motor !== VERSAO_MOTOR);
  const encerrava = f.encerrava instanceof Date ? f.encerrava.getTime() : null;
  if (!mudou && meEpp === f.me_epp && encerrava === (f.encerramento?.getTime() ?? null) && canonicalJson(f.fatos) === canonicalJson(f.tinha)) return [];
  const compilado = compileTexto(texto);
  return [{ numero: f.numero, hash, compilado: packTexto(compilado), assinatura: assinar(compilado, estatistica), meEpp, fatos: f.fatos, encerramento: f.encerramento, mudou }];
}

async function write(c: Cliente, linhas: readonly Linha[]): Promise<Map<string, number>> {
  const { rows } = await c.query<{ numero: string; revisao: string }>(
    `insert into alicit.recomendacao_texto as t (numero, motor, hash, revisao, compilado, assinatura, me_epp, encerramento, ${FATOS.join(', ')})
     select n.numero, $1, n.hash, nextval('alicit.recomendacao_revisao'), n.compilado, n.assinatura::int[], n.me_epp, coalesce(n.encerramento, 'infinity'), ${FATOS.map((f) => `l.${f}`).join(', ')}
     from unnest($2::text[], $3::text[], $4::bytea[], $5::text[], $6::text[], $7::timestamptz[]) as n (numero, hash, compilado, assinatura, me_epp, encerramento) join alicit.acervo_licitacao l on l.numero = n.numero
     on conflict (numero) do update set motor = excluded.motor, hash = excluded.hash, revisao = excluded.revisao, compilado = excluded.compilado, assinatura = excluded.assinatura, me_epp = excluded.me_epp,
       encerramento = excluded.encerramento, ${FATOS.map((f) => `${f} = excluded.${f}`).join(', ')}, gravado_em = now()
     returning numero, revisao`,
    [VERSAO_MOTOR, linhas.map((l) => l.numero), linhas.map((l) => l.hash), linhas.map((l) => Buffer.from(l.compilado)), linhas.map((l) => `{${l.assinatura.join(',')}}`), linhas.map((l) => l.meEpp), linhas.map((l) => l.encerramento?.toISOString() ?? null)],
  );
  return new Map(rows.map((r) => [r.numero, Number(r.revisao)]));
}
