import type { DadosSocietarios } from '../../../empresas/index.js';
import { parseNumeroBr, toDinheiro } from '../../../kernel/index.js';
import { dataDoRotulo } from '../datas.js';
import type { LeitorEspecie, Rascunho } from '../leitor.js';
import { readLocal } from '../local.js';
import type { Papel } from '../papel.js';
import { DINHEIRO } from '../valores.js';

const OBJETO = /\b(?:(?:tem|tera|passa\s+a\s+ter)\s+(?:por|como)\s+objeto(?:\s+social)?|objeto\s+(?:social\s+)?(?:da\s+sociedade\s+)?(?:e|sera|consiste|compreende)|o\s+objeto\s+social|objeto\s+social\s*:|atividade\s+de\s*:)\s*(?:[:,]|(?:e|sera|consiste\s+em|a\s+exploracao\s+d[aeo])\s+)?/;
const CAPITAL = /\bcapital\s+social\b(?!\s+(?:anterior|era\b))/;
const NIRE = /\bnire\b\s*(?:n[ºo.]+|sob\s+o\s+n[ºo.]+)?\s*:?\s*(\d[\d.\s-]{6,16}\d)/;
const REGISTRO = /\b(?:certifico\s+o\s+registro(?:\s+em)?|registrad[oa]\s+(?:em|na\s+junta[^.;]{0,60}?em)|registro\s+em|arquivad[oa]\s+(?:em|na\s+junta[^.;]{0,80}?em))\s*:?/;
/** "FULANO DE TAL, brasileiro, casado, empresário": a person qualified in the act. */
const PESSOA = /(?<=^|[\n.;:)]|\be\s|\d\s?[-)])\s{0,3}((?:[A-ZÀ-Ü][A-ZÀ-Ü'.]{1,30}\s{1,3}){1,7}[A-ZÀ-Ü][A-ZÀ-Ü'.]{1,30})\s{0,3},\s{0,3}(?:brasileir|portugu|italian|argentin|chilen|uruguai|nacionalidade|naturalid|solteir|casad|divorciad|vi[úu]v|empres[áa]ri|s[óo]ci)/gmu;
const ADMINISTRADOR = /\badministra(?:cao|da|do|dor(?:es|a)?)\b[^.]{0,160}?\b(?:cabera|cabe|compete|sera\s+exercida|exercida|incumbe|pel[oa]s?|ao|aos|a)\b[^.]{0,60}?/;
const MAX_PESSOAS = 20;

/** Articles of association, alterations, bylaws, sole-trader forms, as filed at the Junta Comercial. */
export const readContratoSocial: LeitorEspecie = (r) => {
  const p = r.papel;
  readLocal(r);
  r.resultado = null;
  r.emissor = /junta\s+comercial/.test(p.corrido) ? `Junta Comercial${r.uf ? `/${r.uf}` : ''}` : null;
  if (!r.emissor) r.lack('emissor', 'O documento não mostra o registro na Junta Comercial.');
  const registro = dataDoRotulo(p, REGISTRO, 40);
  if (registro) {
    r.emissao ??= registro.dia;
    r.prove('sociedade.registro', registro);
  }
  const capital = readCapital(r);
  const nire = p.find(NIRE);
  if (nire) {
    r.numero = nire[1]!.replace(/\D/g, '');
    r.prove('numero', nire);
  }
  const objeto = readObjeto(p);
  r.prove('sociedade.objeto', objeto);
  const socios = readPessoas(p);
  const sociedade: DadosSocietarios = {
    ato: atoDe(p), consolidado: /consolidac|consolidad|consolida-se/.test(p.corrido), objeto: objeto?.valor ?? null, capitalSocial: capital,
    socios, administradores: readAdministradores(r, socios), nire: nire ? nire[1]!.replace(/\D/g, '') : null, registro: registro?.dia ?? null,
  };
  r.valores = { sociedade };
  if (sociedade.ato === 'alteracao' && !sociedade.consolidado) r.warn('alteracao_sem_consolidacao', 'É uma alteração contratual sem consolidação: junte o contrato de origem e as demais alterações.');
  r.setValidade(null, 'nao_vence', 'O ato constitutivo não vence; vale o que estiver em vigor.');
};

function atoDe(p: Papel): DadosSocietarios['ato'] {
  const topo = p.topo(1_600);
  if (/estatuto\s+social/.test(topo)) return 'estatuto';
  if (/requerimento\s+de\s+empresario|microempreendedor\s+individual/.test(topo)) return 'empresario';
  if (/alterac(?:ao|oes)\s+(?:contratual|contratuais|do\s+contrato|e\s+consolid)|alteracao\b[^.;]{0,40}contrato\s+social/.test(topo)) return 'alteracao';
  return /contrato\s+social|ato\s+constitutivo|instrumento/.test(topo) ? 'contrato' : null;
}

/** The last capital stated is the one in force: alterations tell the old one first, the consolidation comes last. */
function readCapital(r: Rascunho): string | null {
  const p = r.papel;
  let achado: { valor: string; inicio: number; fim: number } | null = null;
  for (const m of p.findAll(CAPITAL, 40)) {
    const janela = p.corrido.slice(m.inicio, m.fim + 220);
    if (/^capital\s+social[^.;]{0,80}?\b(?:era|anterior)\b/.test(janela)) continue;
    const elevado = /\b(?:elevad[oa]|aumentad[oa]|passa(?:ndo)?|majorad[oa]|reduzid[oa])\b[^;]{0,120}?\bpara\b/.exec(janela);
    const desde = m.inicio + (elevado ? elevado.index + elevado[0].length : 0);
    const v = p.find(DINHEIRO, desde);
    const numero = v && v.inicio <= desde + 200 ? parseNumeroBr(v[1]!) : null;
    if (v && numero !== null) achado = { valor: toDinheiro(numero), inicio: m.inicio, fim: v.fim };
  }
  r.prove('sociedade.capitalSocial', achado);
  if (!achado) r.lack('sociedade.capitalSocial', 'O documento não traz o capital social em reais, de modo reconhecível.');
  return achado?.valor ?? null;
}

function readObjeto(p: Papel): { valor: string; inicio: number; fim: number } | null {
  const m = p.findAll(OBJETO, 10).at(-1);
  if (!m) return null;
  const resto = p.corrido.slice(m.fim, m.fim + 1_500);
  const corte = resto.search(/\.\s+(?:clausula|paragrafo|§|art(?:igo)?\.?\s|[ivx]+\s*[-–]|\d+[ªaº.)])|\bclausula\s+[a-z]|\s(?:[ivx]+\s-|\d+[ªº])\s/);
  const lugar = { inicio: m.fim, fim: m.fim + (corte < 0 ? Math.min(resto.length, 800) : corte) };
  const valor = p.at(lugar).replace(/^[\s:;,.-]+|[\s:;,.-]+$/g, '').slice(0, 1_000);
  return valor.length >= 8 ? { valor, inicio: m.inicio, fim: lugar.fim } : null;
}

function readPessoas(p: Papel): string[] {
  const nomes: string[] = [];
  for (const m of p.texto.matchAll(PESSOA)) {
    const nome = m[1]!.replace(/\s+/g, ' ').trim();
    if (!nomes.includes(nome) && !/\b(?:LTDA|CNPJ|CL[ÁA]USULA|SOCIEDADE)\b/.test(nome)) nomes.push(nome);
    if (nomes.length >= MAX_PESSOAS) break;
  }
  return nomes;
}

function readAdministradores(r: Rascunho, socios: readonly string[]): string[] {
  const p = r.papel;
  const nomes: string[] = [];
  for (const m of p.findAll(ADMINISTRADOR, 20)) {
    const trecho = p.at({ inicio: m.inicio, fim: Math.min(p.texto.length, m.fim + 260) }).toUpperCase();
    for (const s of socios) if (trecho.includes(s.toUpperCase()) && !nomes.includes(s)) {
      nomes.push(s);
      r.prove('sociedade.administradores', { inicio: m.inicio, fim: m.fim + 120 });
    }
  }
  return nomes;
}
