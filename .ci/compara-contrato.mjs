// What of an OpenAPI description breaks programs written against an older one. Pure: two documents in, sentences out.
// Ours because openapi-diff stops at OpenAPI 3.0 (docs/decisoes/0018).
const METODOS = ['get', 'put', 'post', 'delete', 'patch'];

/** @returns {{ onde: string, mensagem: string }[]} one per breaking change; `onde` is the operation, as `GET /v1/empresas` */
export function findQuebras(antes, depois) {
  const quebras = [];
  for (const [caminho, rota] of Object.entries(antes.paths)) {
    for (const metodo of METODOS.filter((m) => rota[m])) {
      const onde = `${metodo.toUpperCase()} ${caminho}`;
      const nova = depois.paths[caminho]?.[metodo];
      const diz = (mensagem) => quebras.push({ onde, mensagem });
      if (!nova) diz('a operação sumiu');
      else compareOperacao({ antes, depois, diz }, rota[metodo], nova);
    }
  }
  return [...new Map(quebras.map((q) => [`${q.onde} ${q.mensagem}`, q])).values()];
}

function compareOperacao(c, a, d) {
  if (a.operationId !== d.operationId) c.diz(`operationId ${a.operationId} virou ${d.operationId}`);
  if (d['x-escopo'] !== undefined && a['x-escopo'] !== d['x-escopo']) c.diz(`o escopo ${a['x-escopo'] ?? '(nenhum)'} virou ${d['x-escopo']}`);
  const chave = (p) => `${p.in} ${p.name}`;
  const velhos = new Map((a.parameters ?? []).map((p) => resolve(c.antes, p)).map((p) => [chave(p), p]));
  const novos = new Map((d.parameters ?? []).map((p) => resolve(c.depois, p)).map((p) => [chave(p), p]));
  for (const [nome, p] of novos) {
    if (p.required && !velhos.get(nome)?.required) c.diz(`o parâmetro ${nome} passou a ser obrigatório`);
    if (velhos.has(nome)) compareSchema({ ...c, envio: true }, velhos.get(nome).schema, p.schema, `parâmetro ${nome}`);
  }
  for (const nome of velhos.keys()) if (!novos.has(nome)) c.diz(`o parâmetro ${nome} sumiu`);
  compareConteudos({ ...c, envio: true }, a.requestBody, d.requestBody, 'corpo');
  if (d.requestBody?.required && !a.requestBody?.required) c.diz('o corpo passou a ser obrigatório');
  for (const [status, r] of Object.entries(a.responses)) {
    if (Number(status) >= 300) continue;
    if (!d.responses[status]) c.diz(`a resposta ${status} sumiu`);
    else compareConteudos({ ...c, envio: false }, resolve(c.antes, r), resolve(c.depois, d.responses[status]), `resposta ${status}`);
  }
}

function compareConteudos(c, a, d, lugar) {
  for (const [tipo, { schema }] of Object.entries(a?.content ?? {})) {
    const novo = d?.content?.[tipo];
    if (!novo) c.diz(`${lugar}: ${tipo} deixou de ser ${c.envio ? 'aceito' : 'oferecido'}`);
    else compareSchema(c, schema, novo.schema, lugar);
  }
}

/** `envio`: what clients send (may only be asked less); otherwise what they get (may only be given more). */
function compareSchema(c, brutoA, brutoD, lugar, vistos = new Set()) {
  const par = `${brutoA?.$ref}|${brutoD?.$ref}`;
  if (brutoA?.$ref && brutoD?.$ref) {
    if (vistos.has(par)) return;
    vistos = new Set([...vistos, par]);
  }
  const [a, d] = [resolve(c.antes, brutoA ?? {}), resolve(c.depois, brutoD ?? {})];
  const [menor, maior] = c.envio ? [a, d] : [d, a];
  // Everything `menor` allows must be allowed by `maior`.
  const [tm, tM] = [typesOf(menor), typesOf(maior)];
  if (tM && (!tm || tm.some((t) => !tM.includes(t) && !(t === 'integer' && tM.includes('number'))))) c.diz(`${lugar}: o tipo ${(typesOf(a) ?? ['qualquer']).join('|')} virou ${(typesOf(d) ?? ['qualquer']).join('|')}`);
  const [vm, vM] = [valuesOf(menor), valuesOf(maior)];
  if (vM && !isAberta(c, d)) for (const v of vm ?? ['outros valores']) if (!vM.includes(v)) c.diz(`${lugar}: ${c.envio ? 'deixou de aceitar' : 'pode trazer'} ${JSON.stringify(v)}`);
  if (c.envio) compareLimites(c, a, d, lugar);
  compareCampos(c, a, d, lugar, vistos);
  if (a.items && d.items) compareSchema(c, a.items, d.items, `${lugar}[]`, vistos);
  if (isObject(a.additionalProperties) && isObject(d.additionalProperties)) compareSchema(c, a.additionalProperties, d.additionalProperties, `${lugar}{}`, vistos);
  compareOpcoes(c, a, d, lugar, vistos);
}

function compareLimites(c, a, d, lugar) {
  for (const [nome, aperta] of Object.entries({ minimum: (x, y) => y > x, minLength: (x, y) => y > x, minItems: (x, y) => y > x, maximum: (x, y) => y < x, maxLength: (x, y) => y < x, maxItems: (x, y) => y < x }))
    if (d[nome] !== undefined && (a[nome] === undefined ? !(nome.startsWith('min') && d[nome] <= 0) : aperta(a[nome], d[nome]))) c.diz(`${lugar}: ${nome} ${a[nome] ?? '(nenhum)'} virou ${d[nome]}`);
  for (const nome of ['pattern', 'format']) if (d[nome] !== undefined && a[nome] !== d[nome]) c.diz(`${lugar}: ${nome} mudou`);
}

function compareCampos(c, a, d, lugar, vistos) {
  for (const [nome, schema] of Object.entries(a.properties ?? {})) {
    const novo = d.properties?.[nome];
    if (!novo) c.diz(`${lugar}: o campo ${nome} sumiu`);
    else compareSchema(c, schema, novo, `${lugar}.${nome}`, vistos);
  }
  const [ra, rd] = [a.required ?? [], d.required ?? []];
  if (c.envio) for (const nome of rd) if (!ra.includes(nome)) c.diz(`${lugar}: o campo ${nome} passou a ser obrigatório`);
  if (!c.envio) for (const nome of ra) if (d.properties?.[nome] && !rd.includes(nome)) c.diz(`${lugar}: o campo ${nome} pode faltar`);
}

/** Options are matched by name (or by shape, when they have none). */
function compareOpcoes(c, a, d, lugar, vistos) {
  const opcoes = (s) => s.oneOf ?? s.anyOf ?? s.allOf;
  if (!opcoes(a) && !opcoes(d)) return;
  const porNome = (s) => new Map((opcoes(s) ?? [s]).map((o) => [o.$ref ?? JSON.stringify(o), o]));
  const [oa, od] = [porNome(a), porNome(d)];
  for (const [nome, o] of oa) {
    if (od.has(nome)) compareSchema(c, o, od.get(nome), lugar, vistos);
    else if (c.envio) c.diz(`${lugar}: deixou de aceitar ${nome.split('/').pop()}`);
  }
  if (!c.envio && !isAberta(c, d)) for (const nome of od.keys()) if (!oa.has(nome)) c.diz(`${lugar}: pode trazer ${nome.split('/').pop()}`);
}

/** Lists of answers that the description says may grow (`x-lista-aberta`): kinds of events, which only come to who asked for them. */
const isAberta = (c, d) => !c.envio && d['x-lista-aberta'] === true;
const isObject = (v) => typeof v === 'object' && v !== null;
const typesOf = (s) => (s.type === undefined ? undefined : [s.type].flat());
const valuesOf = (s) => ('const' in s ? [s.const] : s.enum);
function resolve(documento, no) {
  for (let n = 0; no?.$ref && n < 10; n++) no = no.$ref.slice(2).split('/').reduce((x, p) => x?.[p.replace(/~1/g, '/').replace(/~0/g, '~')], documento) ?? {};
  return no ?? {};
}

/** Changes that docs/versoes-da-api.md announces: table rows `| GET /v1/x | 2027-01-31 | … |`, once the date has come. */
export function findAnunciadas(texto, hoje) {
  return [...texto.matchAll(/^\|\s*`?([A-Z]+ \/v1\/[^`|]*?)`?\s*\|\s*(\d{4}-\d{2}-\d{2})\s*\|/gm)].filter(([, , fim]) => fim <= hoje).map(([, onde]) => onde.trim());
}
