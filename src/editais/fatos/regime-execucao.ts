import { fold } from '../../kernel/index.js';
import type { RegimeExecucao } from '../domain/fato.js';
import type { Achado } from '../extracao/achados.js';
import { defineCampo } from '../extracao/candidato.js';
import { isEmentaDeNorma, isHipotese } from '../extracao/hipotese.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';
import { REGIME, REGIME_CURTO, regimeDe } from '../extracao/regimes.js';

const OUTRO = String.raw`(?:empreitada|contratacao|(?:por\s+)?preco|(?:por\s+)?tarefa|semi|integral|integrada)`;
/** The law's list of regimes, or a rule for several of them. */
const LISTA_DEPOIS = new RegExp(String.raw`^\s*(?:,|ou|e\/ou|\/|;\s*(?:[ivx]+\s*-|[a-f]\)|ou|empreitada)|e\s+(?:a\s+|de\s+|por\s+)?(?=empreitada|contratacao|preco))\s*(?:a\s+|de\s+|por\s+|na\s+)?(?:${OUTRO}|\S{0,3}\s*${OUTRO})`);
const LISTA_ANTES = new RegExp(String.raw`(?:global|unitario|integral|integrada|tarefa|associado)\s*(?:,|;|ou|e\/ou|\/|e)\s*(?:a\s+|de\s+|por\s+|na\s+|[ivx]+\s*-\s*|[a-f]\)\s*)?$`);

/** "7.9.2. No regime de empreitada por preço unitário, a caracterização do sobrepreço…": what follows if that is the regime. */
const REGRA_DO_REGIME = /(?:^|[\n\f.;:])\s{0,8}(?:[\da-z][\d.]{0,10}\s*[-.)]?\s*)?n[oa]s?\s+(?:regime\s+de\s+)?$/;

const lido = (a: Achado): RegimeExecucao | null => {
  const s = a.span('regime');
  if (!s || LISTA_DEPOIS.test(a.depois(60)) || isHipotese(a, 150) || isEmentaDeNorma(a)) return null;
  if (REGRA_DO_REGIME.test(a.antes(36)) && /^\s*,/.test(a.depois(4))) return null;
  const dentro = (a.g[0] ?? '').slice(0, s.inicio - a.inicio);
  if (LISTA_ANTES.test(`${a.antes(40)}${dentro}`.slice(-45)) || /\bregimes\b/.test(dentro)) return null;
  if (/\bnao\b[^.;]{0,40}$/.test(a.antes(45)) || /^\s*:?\s*nao\b/.test(a.depois(12))) return null;
  return regimeDe(a.nome['regime'] ?? '');
};

const LIGA = String.raw`(?:d[aeo]s?|indireta|sera|e|por|pelo|sob|adotad[oa]|a\s+ser|utilizad[oa]|escolhid[oa]|o|a|em|na|no|forma|contrato|execucao|contratacao|obra|obras|servicos?|objeto|contratual|presente|municipio|pel[ao]|para|tipo|:|-|"|\(|\[\s?x\s?\])`;
const FORA = { edital: 0.08, tr: 0.1, anexo: 0.15, minuta: 0.2, planilha: 0.2, modelo: 0.45, etp: 0.35 };
const PADROES: readonly Padrao<RegimeExecucao>[] = [
  // "REGIME DE EXECUÇÃO: Empreitada por Preço Global", "sob o regime de empreitada por preço unitário"
  { rx: new RegExp(String.raw`\bregime\s*(?:${LIGA}\s*){0,12}"?${REGIME}`), peso: 0.93, desconto: FORA, valor: lido },
  { rx: new RegExp(String.raw`\bregime\s+(?:adotad[oa]|escolhid[oa]|definid[oa]|d[eo]\s+execucao|para\s+(?:a\s+)?execucao)\b[^.;:]{0,90}?\b(?:sera|e|por|de)\s+(?:a\s+|o\s+|de\s+|por\s+){0,2}${REGIME}`), peso: 0.88, desconto: FORA, valor: lido },
  { rx: new RegExp(String.raw`\bregime\s+d[eo]\s+(?:execucao|contratacao)(?:\s+(?:indireta|d[ao]s?\s+\w+))?\s*(?::|sera|e|-)?\s*(?:o\s+de\s+|por\s+|a\s+)?${REGIME_CURTO}\b`), peso: 0.86, desconto: FORA, valor: lido },
  { rx: new RegExp(String.raw`\b(?:forma|modo)\s+de\s+(?:execucao|fornecimento)\s*(?:d[ao]s?\s+\w+\s+)?(?:sera|:|e|-)\s*(?:a\s+|o\s+|por\s+)?(?:de\s+)?${REGIME}`), peso: 0.88, desconto: FORA, valor: lido },
  // named beside the object or on the cover
  { rx: new RegExp(String.raw`\b(?:tipo|licitacao\s+sera\s+por|por|mediante|atraves\s+de|em|na\s+forma\s+de)\s*:?\s*${REGIME}`), peso: 0.74, desconto: FORA, valor: lido },
  { rx: new RegExp(String.raw`\b(?:objeto|eventual|futura|a|e)\b[^.;]{0,40}?\b(?<regime>contratacao\s+(?:semi-?\s?)?integrada)\b`), peso: 0.8, desconto: { ...FORA, edital: 0.3, tr: 0.15 }, valor: lido },
  { rx: new RegExp(String.raw`\b${REGIME}\b`), peso: 0.64, desconto: { ...FORA, edital: 0.3, tr: 0.3, minuta: 0.4 }, valor: lido },
];
const BEM = /\b(?:aquisi|compra|fornecimento|licenca|licenciamento|subscri|assinatura)/;
const OBRA_OU_SERVICO = /\b(?:servic|obra|execu|constru|engenharia|paviment|reforma|manuten|instala|ampliac|restaura|recape|drenag|projeto|locac|limpeza|vigilan|transporte|consultoria|operac)/;

/** Regime of execution of works and services (Lei 14.133/2021, art. 46); pure purchases have none. */
export const regimeExecucao = defineCampo<'regime_execucao'>({
  campo: 'regime_execucao',
  read: ({ t, lidos }) => (isCompra(lidos.objeto) ? [] : readPadroes(t, PADROES)),
  ausencia: ({ lidos }) => (isCompra(lidos.objeto) ? { ausencia: 'nao_se_aplica', nota: 'Aquisição de bens: o regime de execução é de obras e serviços.' } : null),
  corteAlternativa: 0.85,
});

function isCompra(objeto: string | undefined): boolean {
  const s = objeto ? fold(objeto) : '';
  return BEM.test(s) && !OBRA_OU_SERVICO.test(s);
}
