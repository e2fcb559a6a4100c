import { diaLocal, diasEntre, lerDia } from './datas.ts';
import type { Estado, Guardado } from './estado.ts';
import { gerarAta, gerarContrato } from './gerar-atas.ts';
import { comTexto, recusa, vazio, type Resposta } from './resposta.ts';

type Filtro = readonly [parametro: string, campo: (g: Guardado) => unknown];

const FILTROS: readonly Filtro[] = [['codigoModalidadeContratacao', (g) => g.modalidade], ['uf', (g) => g.uf], ['codigoMunicipioIbge', (g) => g.ibge], ['cnpj', (g) => g.cnpj], ['codigoUnidadeAdministrativa', (g) => g.unidade]];

interface Pagina {
  readonly pagina: number;
  readonly tamanho: number;
}

/** The page asked for, or the refusal: `pagina` is required, sizes from 10 to the route's greatest. */
function lerPagina(p: URLSearchParams, caminho: string, maximo: number): Pagina | Resposta {
  const pagina = Number(p.get('pagina') ?? Number.NaN);
  if (!Number.isInteger(pagina) || pagina < 1) return recusa(400, "Required parameter 'pagina' is not present or is less than 1.", caminho);
  const tamanho = Number(p.get('tamanhoPagina') ?? maximo);
  if (!Number.isInteger(tamanho) || tamanho < 10) return recusa(400, 'Tamanho de página inválido: mínimo 10.', caminho);
  if (tamanho > maximo) return recusa(400, `Tamanho de página inválido: máximo ${maximo}.`, caminho);
  return { pagina, tamanho };
}

/** The period, or the refusal; days are Brasília's. */
function lerPeriodo(p: URLSearchParams, caminho: string): readonly [string, string] | Resposta {
  const [inicial, final] = [p.get('dataInicial'), p.get('dataFinal')];
  if (!inicial || !final) return recusa(400, "Required parameter 'dataInicial'/'dataFinal' is not present.", caminho);
  const [de, ate] = [lerDia(inicial), lerDia(final)];
  if (!de || !ate) return recusa(422, 'Data inválida: use o formato AAAAMMDD.', caminho);
  if (de > ate) return recusa(422, 'Data Inicial deve ser anterior ou igual à Data Final.', caminho);
  if (diasEntre(de, ate) > 365) return recusa(422, 'Período inicial e final maior que 365 dias.', caminho);
  return [de, ate];
}

const isResposta = (v: object): v is Resposta => 'status' in v;

/** PNCP's envelope around texts of records that are JSON already; 204 when nothing fits. */
function envelope(jsons: readonly string[], { pagina, tamanho }: Pagina): Resposta {
  if (!jsons.length) return vazio();
  const totalPaginas = Math.ceil(jsons.length / tamanho);
  const fatia = jsons.slice((pagina - 1) * tamanho, pagina * tamanho);
  return comTexto(`{"data":[${fatia.join(',')}],"totalRegistros":${jsons.length},"totalPaginas":${totalPaginas},"numeroPagina":${pagina},"paginasRestantes":${Math.max(0, totalPaginas - pagina)},"empty":${fatia.length === 0}}`);
}

/** `/v1/contratacoes/{publicacao|atualizacao|proposta}`. `agora`: proposals count as open when they end from that day on. */
export function responderContratacoes(estado: Estado, rota: 'publicacao' | 'atualizacao' | 'proposta', p: URLSearchParams, caminho: string, agora: Date): Resposta {
  const pagina = lerPagina(p, caminho, 50);
  if (isResposta(pagina)) return pagina;
  let cabeNaData: (g: Guardado) => boolean;
  if (rota === 'proposta') {
    const [hoje, ate] = [diaLocal(agora), lerDia(p.get('dataFinal'))];
    if (!ate) return recusa(p.get('dataFinal') ? 422 : 400, 'dataFinal ausente ou inválida: use o formato AAAAMMDD.', caminho);
    cabeNaData = (g) => g.encerra !== null && g.encerra >= hoje && g.encerra <= ate;
  } else {
    const periodo = lerPeriodo(p, caminho);
    if ('status' in periodo) return periodo;
    const [de, ate] = periodo;
    if (!p.get('codigoModalidadeContratacao')) return recusa(400, "Required parameter 'codigoModalidadeContratacao' is not present.", caminho);
    cabeNaData = rota === 'publicacao' ? (g) => g.publicado >= de && g.publicado <= ate : (g) => g.atualizado >= de && g.atualizado <= ate;
  }
  const ativos = FILTROS.flatMap(([nome, campo]) => (p.get(nome) ? [[p.get(nome)!, campo] as const] : []));
  const chave = [rota, rota === 'proposta' ? diaLocal(agora) : '', ...['dataInicial', 'dataFinal', ...FILTROS.map(([n]) => n)].map((n) => p.get(n) ?? '')].join('|');
  const achados = estado.select(chave, (g) => cabeNaData(g) && ativos.every(([valor, campo]) => String(campo(g) ?? '') === valor), (g) => String(g.registro[rota === 'atualizacao' ? 'dataAtualizacaoGlobal' : 'dataPublicacaoPncp']));
  return envelope(achados.map((g) => g.json), pagina);
}

/** `/v1/atas[/atualizacao]`, whose órgão filter is `cnpj`, and `/v1/contratos[/atualizacao]`, whose is `cnpjOrgao`. */
export function responderPeriodo(estado: Estado, rota: 'atas' | 'contratos', atualizacao: boolean, p: URLSearchParams, caminho: string): Resposta {
  const pagina = lerPagina(p, caminho, 500);
  if (isResposta(pagina)) return pagina;
  const periodo = lerPeriodo(p, caminho);
  if ('status' in periodo) return periodo;
  const [de, ate] = periodo;
  const cnpj = p.get(rota === 'atas' ? 'cnpj' : 'cnpjOrgao');
  const jsons: string[] = [];
  for (const g of estado.all()) {
    if (cnpj && g.cnpj !== cnpj) continue;
    const feito = rota === 'atas' ? gerarAta(g.registro) : gerarContrato(g.registro);
    if (!feito) continue;
    const dia = String(feito[atualizacao ? 'dataAtualizacaoGlobal' : 'dataPublicacaoPncp']).slice(0, 10);
    const cabe = !atualizacao && rota === 'atas' ? String(feito['vigenciaInicio']) <= ate && String(feito['vigenciaFim']) >= de : dia >= de && dia <= ate;
    if (cabe) jsons.push(JSON.stringify(feito));
  }
  return envelope(jsons, pagina);
}
