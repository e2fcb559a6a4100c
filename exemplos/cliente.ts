// Um cliente em TypeScript com os tipos gerados da descrição da API:
//   npx openapi-typescript docs/openapi.json -o api.d.ts
// Guarda a empresa, cria a licitação, envia o edital, pede a análise, lê o relatório e os fatos.
import { openAsBlob, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

type Fato = components['schemas']['Fato'];

const [url = 'http://localhost:3000', chave = '', arquivoEmpresa = 'empresa.json', edital = 'edital.pdf'] = process.argv.slice(2);
const api = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${chave}` } });

/** O corpo da resposta, ou o erro (RFC 9457) que veio no lugar. */
function need<T>({ data, error }: { data?: T; error?: components['schemas']['Problema'] }): T {
  if (data === undefined) throw new Error(error ? `${error.codigo}: ${error.detail}` : 'resposta vazia');
  return data;
}

/** Cada tipo de fato tem os seus campos: o compilador confere. */
function show(fato: Fato): string {
  if (fato.valor === null) return `${fato.campo}: ${fato.ausencia ?? 'sem valor'}`;
  switch (fato.tipo) {
    case 'dinheiro':
      return `${fato.campo}: R$ ${fato.valor}`;
    case 'percentual':
      return `${fato.campo}: ${fato.valor}%`;
    case 'booleano':
      return `${fato.campo}: ${fato.valor ? 'sim' : 'não'}`;
    default:
      return `${fato.campo}: ${JSON.stringify(fato.valor)}`;
  }
}

const empresa = need(await api.POST('/v1/empresas', { body: JSON.parse(readFileSync(arquivoEmpresa, 'utf8')) as components['schemas']['PerfilEmpresaEntrada'] }));
const licitacao = need(await api.POST('/v1/licitacoes', { body: {} }));
const formulario = new FormData();
formulario.append('arquivos', await openAsBlob(edital), basename(edital));
const envio = need(await api.POST('/v1/licitacoes/{id}/arquivos', { params: { path: { id: licitacao.id } }, body: { arquivos: [] }, bodySerializer: () => formulario }));
const analise = need(await api.POST('/v1/analises', { headers: { prefer: 'wait=60' }, body: { empresaId: empresa.id, licitacaoId: licitacao.id } }));
const relatorio = need(await api.GET('/v1/analises/{id}/relatorio', { params: { path: { id: analise.id } }, headers: { accept: 'application/json' } }));
if (typeof relatorio === 'string') throw new Error('o relatório veio em texto: peça Accept: application/json');
const lidos = need(await api.GET('/v1/licitacoes/{id}/fatos', { params: { path: { id: licitacao.id } } }));

process.stdout.write(`${JSON.stringify({ arquivos: envio.arquivos.filter((a) => a.ok).length, estado: analise.estado, desfecho: relatorio.decisao.desfecho, portoes: relatorio.decisao.portoes.length, fatos: 'fatos' in lidos ? lidos.fatos.map(show) : [] })}\n`);
