import { it } from '@jest/globals';
import * as f from '../../support/papeis/fiscais.js';
import * as j from '../../support/papeis/judiciais.js';
import * as c from '../../support/papeis/cadastrais.js';
import * as a from '../../support/papeis/atestados.js';
import { lerPdf } from '../ler-papel.js';
it('x', async () => {
  const todos: Record<string, any> = { fed: f.cndFederal(), fedpen: f.cndFederalComEfeitos(), fedpos: f.cndFederalPositiva(), crf: f.crfFgts(), cndt: f.cndt(), ...Object.fromEntries(Object.entries(f.ESTADUAIS).map(([k,v])=>['E-'+k,v])), ...Object.fromEntries(Object.entries(f.MUNICIPAIS).map(([k,v])=>['M-'+k,v])), ...Object.fromEntries(Object.entries(j.FALENCIAS).map(([k,v])=>['F-'+k,v])),
   cartao: c.cartaoCnpj(), contrato: c.contratoSocial(), balanco: c.balanco(), sped: c.balancoSped(), simpl: c.simplificada(), sicaf: c.sicaf(), crea: c.registroCrea(), ...c.LICENCAS, ie: c.inscricaoEstadual(), ...a.ATESTADOS };
  let out='';
  for (const [k, p] of Object.entries(todos)) {
    for (const l of await lerPdf(p)) out += `${k}: ${l.tipo} ${l.confianca} | ${l.titular.nome} ${l.titular.cnpj ?? l.titular.raiz} | em ${l.emissao} val ${l.validade.ate} ${l.validade.regra} | ${l.resultado} | ${l.uf} ${l.municipio} | ${l.emissor} | nº ${l.numero} cod ${l.codigoControle} | ${l.avisos.map(x=>x.codigo).join()} ${Object.keys(l.valores).length? '\n     '+JSON.stringify(l.valores):''}\n`;
  }
  (await import('node:fs')).writeFileSync('/tmp/docs/out.txt', out);
});
