import type { DadosCadastrais } from '../../../empresas/index.js';
import { dataDoRotulo } from '../datas.js';
import type { LeitorEspecie } from '../leitor.js';
import { readLocal } from '../local.js';
import { valorDoRotulo } from '../rotulos.js';
import { dinheiroDoRotulo } from '../valores.js';
import { readPorte } from './cartao-cnpj.js';

const NIRE = /\bnire\b[^\d\n]{0,40}(\d[\d.\s-]{6,16}\d)/;

/** Certidão simplificada of a Junta Comercial: prints no validity; the edital says how old it may be. */
export const readSimplificada: LeitorEspecie = (r) => {
  const p = r.papel;
  readLocal(r);
  r.emissor = `Junta Comercial${r.uf ? `/${r.uf}` : ''}`;
  const nire = p.find(NIRE);
  if (nire) {
    r.numero = nire[1]!.replace(/\D/g, '');
    r.prove('numero', nire);
  }
  const capital = dinheiroDoRotulo(p, /capital(?:\s+social)?/, 60);
  const porte = p.find(/\b(?:porte|enquadramento)\b[^.;]{0,60}?\b(microempreendedor|microempresa|me\b|epp\b|empresa\s+de\s+pequeno\s+porte|demais|normal)/);
  const inicio = dataDoRotulo(p, /(?:inicio\s+d[ae]s?\s+atividades?|arquivamento\s+do\s+ato\s+constitutivo|data\s+de\s+(?:abertura|constituicao))/, 60);
  const natureza = valorDoRotulo(p, /natureza\s+juridica/);
  const situacao = valorDoRotulo(p, /situacao/);
  const cadastro: DadosCadastrais = {
    nomeFantasia: null, porte: porte ? (porte[1] === 'normal' ? 'demais' : readPorte(porte[1]!)) : null, naturezaJuridica: natureza?.valor ?? null, cnaes: [], atividadePrincipal: null, endereco: null,
    situacao: situacao?.valor.toUpperCase().slice(0, 60) ?? null, dataAbertura: inicio?.dia ?? null, capitalSocial: capital?.valor ?? null,
  };
  for (const [chave, lugar] of [['capitalSocial', capital], ['porte', porte], ['dataAbertura', inicio], ['naturezaJuridica', natureza], ['situacao', situacao]] as const) {
    if (lugar) r.prove(`cadastro.${chave}`, lugar);
    else r.lack(`cadastro.${chave}`, 'A certidão não traz o dado, de modo reconhecível.');
  }
  r.valores = { cadastro };
  if (r.validade.regra === 'desconhecida' && !r.evidencias['validade']) r.setValidade(null, 'do_edital', 'A certidão simplificada não imprime validade: vale a idade máxima que o edital disser, contada da emissão.');
};
