import { fold } from '../../kernel/index.js';
import { clausulaRestritiva } from './clausula-restritiva.js';

const CERTIDAO = String.raw`\b(?:certid(?:ao|oes)|prova\s+de\s+regularidade|regularidade\s+(?:fiscal|tributaria|para\s+com)|cnd)\b`;

/** A debt to the buyer keeps the bidder out, whatever its seat. */
const EM_DEBITO = /\b(?:desclassificad|inabilitad|vedad|impedid|nao\s+pode)\w*[^.;]{0,160}?\b(?:em\s+debito|com\s+debitos?|inadimplente|devedor\w*)\b[^.;]{0,20}?\b(?:com|junto\s+a[o]?|perante)\s+(?:[oa]\s+)?(?:municipio|prefeitura(?:\s+municipal)?)\s+(?:licitante\b|contratante\b|d[eao]s?\s+(?<nome>[a-z' ]{3,40}))/;

/** Regularity is shown to the tax offices of the bidder's seat, not to the município that buys (art. 68, III). */
export const certidaoMunicipioLicitante = clausulaRestritiva({
  id: 'certidao_municipio_licitante', titulo: 'Certidão do município que licita', dispositivo: 'art. 68, III, da Lei 14.133/2021', nivelFonte: 'V', resultado: 'indicio',
  padroes: [new RegExp(String.raw`${CERTIDAO}[^.;]{0,160}?\b(?:municipio|prefeitura(?:\s+municipal)?|fazenda\s+(?:publica\s+)?municipal)\s+(?:(?:licitante|contratante|promotor\w*\s+d\w+\s+licitacao)\b|d[eao]s?\s+(?<nome>[a-z' ]{3,40}))`), EM_DEBITO],
  opcoes: { exceto: /\b(?:sede|domicilio)\b|onde\s+(?:esta|for)\s+(?:sediad|estabelecid|localizad)/ },
  aceita: (t, c) => {
    const nome = t.achado.nome['nome'];
    const municipio = c.certame.orgao.municipio;
    return nome === undefined || (municipio !== null && nome.replace(/\s+/g, ' ').startsWith(fold(municipio)));
  },
  oQue: 'exija certidão do município licitante', motivo: 'O edital exige regularidade perante o município que licita; a lei fala do domicílio ou da sede do licitante.', sugestao: 'Pedir que baste a certidão do município da sede do licitante.',
});

/** No labour-offence certificate is in the list of art. 68 (Ac. TCU 470/2022-P). */
export const certidaoInfracaoTrabalhista = clausulaRestritiva({
  id: 'certidao_infracao_trabalhista', titulo: 'Certidão de infrações trabalhistas', dispositivo: 'art. 68, V, da Lei 14.133/2021; Acórdão TCU 470/2022-Plenário', nivelFonte: 'V', resultado: 'indicio',
  padroes: [/\bcertid(?:ao|oes)\s+(?:negativas?\s+)?(?:de\s+|relativas?\s+a\s+)?(?:debitos\s+e\s+)?(?:infrac(?:ao|oes)\s+(?:trabalhistas?|a\s+legislacao)|ilicitos\s+trabalhistas|debitos\s+salariais|autos\s+de\s+infracao)/],
  oQue: 'exija certidão de infrações trabalhistas', motivo: 'O edital exige certidão de infrações trabalhistas, fora do rol da lei.', sugestao: 'Pedir a retirada da certidão; a lei pede só a CNDT.',
});

/** Regularity, not settlement (Súmula TCU 283). */
export const quitacao = clausulaRestritiva({
  id: 'quitacao_sumula283', titulo: 'Quitação em vez de regularidade', dispositivo: 'art. 68, III, da Lei 14.133/2021; Súmula TCU 283', nivelFonte: 'V', resultado: 'indicio',
  padroes: [/\b(?:certid(?:ao|oes)|prova|comprovante|comprovacao)\s+(?:negativas?\s+)?de\s+quitacao\b/],
  opcoes: { requer: /tribut|fiscal|fazend|federa|estadual|municip|debito|divida\s+ativa|fgts|inss|seguridade/, exceto: /eleitoral|militar|crea\b|cau\b|conselho|anuidade/ },
  oQue: 'exija quitação em vez de regularidade', motivo: 'O edital fala em quitação de tributos; a lei pede regularidade, e certidão positiva com efeito de negativa basta.', sugestao: 'Pedir que se aceite certidão positiva com efeitos de negativa.',
});

/** The concordata ended with Lei 11.101/2005. */
export const concordata = clausulaRestritiva({
  id: 'concordata_extinta', titulo: 'Certidão de concordata', dispositivo: 'art. 69, II, da Lei 14.133/2021; Lei 11.101/2005', nivelFonte: 'V', resultado: 'indicio',
  padroes: [/\bconcordata\b/], opcoes: { requer: /certid|negativa|distribuidor/ },
  oQue: 'fale em concordata', motivo: 'O edital pede certidão de concordata, instituto extinto em 2005: a de falência basta.', sugestao: 'Confirmar que a certidão negativa de falência atende.',
});

const PLANO = /\bplano\s+de\s+recuperacao\b|\brecuperacao\b[^;]{0,200}?\b(?:homologad|acolhid|concedid|aprovad|deferid|aptid|viabilidade|capacidade\s+economic)\w*/;

/** Judicial recovery does not keep a company out when the plan was approved (STJ; Ac. TCU 1201/2020-P). */
export const recuperacaoJudicial = clausulaRestritiva({
  id: 'recuperacao_judicial', titulo: 'Recuperação judicial como impedimento absoluto', dispositivo: 'art. 69, II, da Lei 14.133/2021; Acórdão TCU 1201/2020-Plenário', nivelFonte: 'V', resultado: 'indicio',
  padroes: [/\b(?:nao\s+poderao\s+participar|vedad\w+|impedid\w+|certid(?:ao|oes)\s+negativas?)\b[^;]{0,300}?\brecuperacao\s+(?:extra)?judicial\b/], opcoes: { negado: true },
  aceita: (_t, c) => !PLANO.test(c.texto.dobrado),
  oQue: 'barre empresa em recuperação judicial', motivo: 'O edital trata a recuperação judicial como impedimento; com plano acolhido ou homologado a empresa pode ser habilitada.', sugestao: 'Pedir que se aceite empresa com plano de recuperação homologado.',
});
