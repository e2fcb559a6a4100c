import type { NivelSicaf } from '../../../empresas/index.js';
import { dataDepois } from '../datas.js';
import type { LeitorEspecie, Rascunho } from '../leitor.js';
import { readLocal } from '../local.js';
import type { Papel } from '../papel.js';
import { valorDoRotulo } from '../rotulos.js';

const NIVEIS: readonly (readonly [string, RegExp])[] = [
  ['credenciamento', /\bcredenciamento\b/], ['receita_federal_pgfn', /\breceita\s+federal(?:\s+e\s+pgfn)?\b/], ['fgts', /\bfgts\b/], ['trabalhista', /\btrabalhista\b/], ['receita_estadual', /\breceita\s+estadual(?:\s*\/\s*distrital)?\b/],
  ['receita_municipal', /\breceita\s+municipal\b/], ['qualificacao_economica', /\bqualificacao\s+economico-?financeira\b/],
];

/** SICAF's "situação do fornecedor": one validity a level. The document itself is as good as its first level to expire. */
export const readSicaf: LeitorEspecie = (r) => {
  const p = r.papel;
  r.emissor = 'SICAF (Governo Federal)';
  r.resultado = null;
  const niveis = NIVEIS.flatMap(([nivel, rx]): NivelSicaf[] => {
    const m = p.findAll(rx, 10).filter((x) => isDoNivel(p, x)).at(-1);
    const data = m && dataDepois(p, m.fim, 90);
    if (!m || !data) return [];
    r.prove(`sicaf.${nivel}`, { inicio: m.inicio, fim: data.fim });
    return [{ nivel, validade: data.dia }];
  });
  r.valores = { sicaf: { niveis } };
  const datas = niveis.flatMap((n) => n.validade ?? []).sort();
  if (datas[0]) r.setValidade(datas[0], 'impressa', `Validade do primeiro nível do SICAF a vencer (${niveis.find((n) => n.validade === datas[0])!.nivel.replace(/_/g, ' ')}).`);
  else r.lack('sicaf', 'A situação não traz a validade dos níveis, de modo reconhecível.');
  if (/impedimento\s+de\s+licitar\s*:\s*(?!nada\s+consta)[a-z]*\s*consta|ocorrencias?\s+impeditivas?[^.;]{0,40}?:\s*consta/.test(p.corrido)) r.warn('ocorrencia_sicaf', 'A situação do SICAF mostra ocorrência ou impedimento: confira.');
};

/** Its own date follows, with no other level between. */
function isDoNivel(p: Papel, m: { readonly inicio: number; readonly fim: number }): boolean {
  const data = dataDepois(p, m.fim, 90);
  return data !== null && !NIVEIS.some(([, rx]) => rx.test(p.corrido.slice(m.fim, data.inicio)));
}

const CONSELHO = /\bconselho\s+(?:regional|federal)\s+de\s+([a-z]+(?:\s+e\s+[a-z]+)?)|\bconselho\s+de\s+(arquitetura)\b|\b(crea|cau|cra|crf|crm|crmv|crn|cro|crq|crc|crt|crefito|coren|crbm|cress|crp|creci)\b/;
const SIGLAS: readonly (readonly [RegExp, string])[] = [
  [/engenharia|crea/, 'CREA'], [/arquitetura|cau/, 'CAU'], [/administracao|cra\b/, 'CRA'], [/farmacia|crf/, 'CRF'], [/medicina\s+veterinaria|crmv/, 'CRMV'], [/medicina|crm\b/, 'CRM'], [/nutric|crn/, 'CRN'], [/odontolog|cro\b/, 'CRO'], [/quimica|crq/, 'CRQ'],
  [/contabil|crc/, 'CRC'], [/tecnicos\s+industriais|crt\b/, 'CRT'], [/fisioterapia|crefito/, 'CREFITO'], [/enfermagem|coren/, 'COREN'], [/biomedicina|crbm/, 'CRBM'], [/servico\s+social|cress/, 'CRESS'], [/psicologia|crp\b/, 'CRP'],
];
const RESPONSAVEL = /(?:respons[áa]ve(?:l|is)\s+t[ée]cnicos?|nome\s+do\s+respons[áa]vel|profissional)\s*:?\s*\n?\s*(?:nome\s*:\s*)?((?:[A-ZÀ-Ü][A-ZÀ-Ü'.]{1,30}\s{1,3}){1,6}[A-ZÀ-Ü][A-ZÀ-Ü'.]{1,30})/giu;

/** Registration of the company at its professional council. */
export const readRegistroConselho: LeitorEspecie = (r) => {
  const p = r.papel;
  readLocal(r);
  r.resultado = null;
  const m = p.find(CONSELHO);
  const conselho = m ? (SIGLAS.find(([rx]) => rx.test(p.corrido.slice(m.inicio, m.fim + 40)))?.[1] ?? null) : null;
  r.prove('registro.conselho', m);
  r.emissor = conselho && `${conselho}${r.uf ? `-${r.uf}` : ''}`;
  if (!conselho) r.lack('registro.conselho', 'O documento não diz, de modo reconhecível, de que conselho é.');
  r.titulo = conselho && `Registro no ${conselho}${r.uf ? `-${r.uf}` : ''}`;
  r.valores = { registro: { conselho, responsaveis: readResponsaveis(p) } };
};

function readResponsaveis(p: Papel): string[] {
  const nomes = [...p.texto.matchAll(RESPONSAVEL)].slice(0, 10).map((m) => m[1]!.replace(/\s+/g, ' ').trim()).filter((n) => n === n.toUpperCase());
  return [...new Set(nomes)];
}

const LICENCAS: readonly (readonly [RegExp, string])[] = [
  [/alvara\s+sanitario|licenca\s+sanitaria|vigilancia\s+sanitaria/, 'Alvará sanitário'], [/autorizacao\s+(?:de\s+|especial\s+)?(?:de\s+)?funcionamento|\bafe\b|anvisa/, 'Autorização de funcionamento (AFE/ANVISA)'],
  [/corpo\s+de\s+bombeiros|avcb|certificado\s+de\s+licenca\s+do\s+corpo/, 'Licença do Corpo de Bombeiros'], [/licenca\s+(?:de\s+operacao|ambiental)|ambiental/, 'Licença ambiental'], [/funcionamento|localizacao/, 'Alvará de funcionamento'],
];

/** Licences: sanitary, operation, AFE, fire brigade, environmental. Some say they last until revoked. */
export const readLicenca: LeitorEspecie = (r) => {
  readLocal(r, { municipio: true });
  r.resultado = null;
  const nome = LICENCAS.find(([rx]) => rx.test(r.papel.topo(1_600)))?.[1] ?? 'Licença';
  r.titulo = nome;
  r.emissor = nome.includes('ANVISA') ? 'ANVISA' : r.municipio ? `Prefeitura de ${r.municipio}${r.uf ? `/${r.uf}` : ''}` : null;
  if (nome.includes('ANVISA') && r.validade.regra === 'desconhecida') r.setValidade(null, 'nao_vence', 'A AFE não tem prazo de validade (RDC ANVISA 16/2014; fonte a conferir).');
  const indeterminada = r.papel.find(/validade\s*:?\s*(?:por\s+)?(?:prazo\s+)?indeterminad[ao]|enquanto\s+(?:satisfizer|permanecer|mantid)/);
  if (indeterminada) r.setValidade(null, 'nao_vence', 'O documento diz que vale por prazo indeterminado.', indeterminada);
};

const situacaoDe = (r: Rascunho): void => {
  const m = r.papel.find(/\bsituacao(?:\s+(?:cadastral|atual|do\s+contribuinte))?\s*(?:vigente\s*)?:?\s*(?:vigente\s*)?[-:]?\s*(ativ[ao]|habilitad[ao]|nao\s+habilitad[ao]|inativ[ao]|baixad[ao]|suspens[ao]|cancelad[ao]|inapt[ao])\b/);
  r.prove('situacao', m);
  if (m && !/^(?:ativ|habilitad)/.test(m[1]!)) r.warn('inscricao_nao_ativa', `A inscrição está ${r.papel.at({ inicio: m.fim - m[1]!.length, fim: m.fim }).toLowerCase()}: confira.`);
};

/** State registration. */
export const readInscricaoEstadual: LeitorEspecie = (r) => {
  readLocal(r);
  r.resultado = null;
  const numero = valorDoRotulo(r.papel, /inscricao\s+estadual(?:\s*\(ie\))?|\bi\.?e\.?\b/);
  if (numero && /\d{2}/.test(numero.valor)) {
    r.numero = numero.valor.slice(0, 40);
    r.prove('numero', numero);
  }
  situacaoDe(r);
  r.emissor = `Secretaria da Fazenda${r.uf ? `/${r.uf}` : ''}`;
  if (r.validade.regra === 'desconhecida') r.setValidade(null, 'nao_vence', 'A inscrição não vence enquanto estiver ativa.');
};

/** Municipal registration. */
export const readInscricaoMunicipal: LeitorEspecie = (r) => {
  readLocal(r, { municipio: true });
  r.resultado = null;
  const numero = valorDoRotulo(r.papel, /inscricao\s+municipal|inscricao\s+mobiliaria|ccm|cadastro\s+mobiliario/);
  if (numero && /\d{2}/.test(numero.valor)) {
    r.numero = numero.valor.slice(0, 40);
    r.prove('numero', numero);
  }
  situacaoDe(r);
  r.emissor = r.municipio ? `Prefeitura de ${r.municipio}${r.uf ? `/${r.uf}` : ''}` : 'Prefeitura';
  if (r.validade.regra === 'desconhecida') r.setValidade(null, 'nao_vence', 'A inscrição não vence enquanto estiver ativa.');
};
