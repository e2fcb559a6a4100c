import { addDias, formatDia } from '../../../kernel/index.js';
import type { LeitorEspecie, Rascunho } from '../leitor.js';
import { readLocal } from '../local.js';
import { readResultado } from '../resultado.js';

/** Term of a kind that prints none, from its issue. `fonte` ends the sentence. */
export function fillPrazoLegal(r: Rascunho, dias: number, fonte: string): void {
  if (r.validade.regra !== 'desconhecida' || r.validade.motivo.includes('anterior à emissão') || r.validade.motivo.includes('seis anos')) return;
  if (!r.emissao) return;
  const ate = addDias(r.emissao, dias);
  r.setValidade(ate, 'prazo_legal', `O documento não imprime a validade: ${dias} dias da emissão (${formatDia(r.emissao)}), ${fonte}.`);
}

/** RFB/PGFN: validity is printed; 180 days where it is not (Portaria Conjunta RFB/PGFN 1.751/2014, art. 10; fonte a conferir). */
export const readCndFederal: LeitorEspecie = (r) => {
  r.emissor = 'Receita Federal do Brasil e Procuradoria-Geral da Fazenda Nacional';
  readResultado(r);
  fillPrazoLegal(r, 180, 'art. 10 da Portaria Conjunta RFB/PGFN 1.751/2014 (fonte a conferir)');
};

const PROCURADORIA = /procuradoria[\s-]+geral\s+do\s+estado|\bpge\b/;
const SO_DIVIDA_ATIVA = /\b(?:inscritos|inscricao|inscricoes|debitos)\b[^.;]{0,40}\b(?:em|na)\s+divida\s+ativa/;
const NAO_INSCRITOS = /nao\s+inscritos/;

/** SEFAZ or PGE of a State: what is owed and what is inscribed as dívida ativa may be two papers. */
export const readCndEstadual: LeitorEspecie = (r) => {
  readLocal(r);
  const topo = r.papel.topo(1_600);
  const procuradoria = PROCURADORIA.test(topo) && !/secretaria|\bsefaz\b/.test(topo);
  r.emissor = `${procuradoria ? 'Procuradoria-Geral do Estado' : 'Secretaria da Fazenda'}${r.uf ? `/${r.uf}` : ''}`;
  readResultado(r);
  if (NAO_INSCRITOS.test(topo)) r.warn('abrangencia_parcial', 'A certidão trata só de débitos não inscritos em dívida ativa: confira se o edital pede também a da Procuradoria (dívida ativa).');
  else if (procuradoria || (SO_DIVIDA_ATIVA.test(topo) && !/tributarios|tributos|fazenda\s+publica/.test(topo))) r.warn('abrangencia_parcial', 'A certidão trata só da dívida ativa: confira se o edital pede também a da Secretaria da Fazenda.');
};

/** Município: taxes of the company (mobiliários) and of real estate (imobiliários) may be two papers. */
export const readCndMunicipal: LeitorEspecie = (r) => {
  readLocal(r, { municipio: true });
  r.emissor = r.municipio ? `Prefeitura de ${r.municipio}${r.uf ? `/${r.uf}` : ''}` : 'Prefeitura';
  readResultado(r);
  const texto = r.papel.corrido;
  const mobiliarios = /(?<!i)mobiliari|\biss(?:qn)?\b/.test(texto);
  const imobiliarios = /\bimobiliari|\biptu\b|\bimove(?:l|is)\b/.test(texto);
  if (imobiliarios && !mobiliarios) r.warn('abrangencia_parcial', 'A certidão parece tratar só de tributos imobiliários: confira se o edital pede também a de tributos mobiliários.');
  if (/procuradoria[\s-]+geral\s+do\s+municipio/.test(r.papel.topo(1_200)) && /divida\s+ativa/.test(r.papel.topo(1_200))) r.warn('abrangencia_parcial', 'A certidão é da Procuradoria do Município (dívida ativa): confira se o edital pede também a da Secretaria de Fazenda.');
};

/** Caixa: prints its own period of 30 days ("Validade: a a b"). */
export const readCrfFgts: LeitorEspecie = (r) => {
  r.emissor = 'Caixa Econômica Federal';
  readResultado(r);
};

/** TST: 180 days from the issue (art. 642-A, § 4º, of the CLT). */
export const readCndt: LeitorEspecie = (r) => {
  r.emissor = 'Justiça do Trabalho (TST)';
  readResultado(r);
  fillPrazoLegal(r, 180, 'art. 642-A, § 4º, da CLT');
};
