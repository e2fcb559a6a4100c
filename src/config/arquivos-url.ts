import { Segredo } from './segredo.js';

/** Where the objects are. `chave` and `segredo` only when the URL carries them. */
export interface EnderecoS3 {
  /** `https://host:port`, perhaps with a path; no slash at the end. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Put before every object's name: empty, or ends in a slash. */
  readonly prefixo: string;
  readonly regiao: string;
  /** `path`: endpoint/bucket/object; `virtual`: bucket.host/object. */
  readonly estilo: 'path' | 'virtual';
  readonly chave: string | null;
  readonly segredo: Segredo | null;
}

const PARAMETROS = ['endpoint', 'regiao', 'tls', 'estilo'];
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const REGIAO = /^[A-Za-z0-9-]{1,40}$/;

/**
 * Reads `s3://CHAVE:SEGREDO@host:porta/bucket/prefixo?regiao=&tls=0|1&estilo=path|virtual` or
 * `s3://bucket/prefixo?endpoint=https://…&regiao=&estilo=`; without endpoint the second form is AWS itself.
 * @returns the address, or what is wrong, in Portuguese, never repeating the value (it may hold the secret)
 */
export function parseArquivosUrl(texto: string): EnderecoS3 | string {
  const url = URL.parse(texto);
  if (url?.protocol !== 's3:' || !url.hostname) return 'esperado s3://bucket/prefixo?endpoint=https://…&regiao=…';
  const q = url.searchParams;
  const estranho = [...q.keys()].find((k) => !PARAMETROS.includes(k));
  if (estranho !== undefined) return `os parâmetros aceitos são ${PARAMETROS.join(', ')}`;
  const comHost = url.username !== '' || url.port !== '';
  if (comHost && q.has('endpoint')) return 'informe host e porta no endereço ou endpoint, não os dois';
  if (!comHost && q.has('tls')) return 'tls só vale com host:porta no endereço; com endpoint, use http:// ou https://';
  if (!/^[01]$/.test(q.get('tls') ?? '1')) return 'tls é 0 ou 1';
  if (!/^(path|virtual)$/.test(q.get('estilo') ?? 'path')) return 'estilo é path ou virtual';
  if (!REGIAO.test(q.get('regiao') ?? 'us-east-1')) return 'regiao tem letras, números e hífens';
  if ((url.username === '') !== (url.password === '')) return 'a chave e o segredo vão juntos: s3://CHAVE:SEGREDO@host…';

  const partes = url.pathname.split('/').filter((p) => p !== '');
  const bucket = comHost ? (partes.shift() ?? '') : url.hostname;
  if (!BUCKET.test(bucket)) return 'o nome do bucket tem de 3 a 63 letras minúsculas, números, pontos e hífens';
  if (partes.some((p) => !/^[\w.-]+$/.test(p) || /^\.+$/.test(p))) return 'o prefixo só aceita letras sem acento, números, ponto, hífen, sublinhado e barra';

  const amazon = !comHost && !q.has('endpoint');
  if (amazon && !q.has('regiao')) return 'sem endpoint, informe regiao (por exemplo, regiao=sa-east-1)';
  const regiao = q.get('regiao') ?? 'us-east-1';
  const endpoint = comHost ? `${q.get('tls') === '0' ? 'http' : 'https'}://${url.host}` : amazon ? `https://s3.${regiao}.amazonaws.com` : readEndpoint(q.get('endpoint')!);
  if (endpoint === null) return 'endpoint é http:// ou https:// com host e, se houver, porta e caminho, sem usuário nem parâmetros';
  const credenciais = readCredenciais(url);
  if (credenciais === null) return 'a chave e o segredo devem ser codificados para URL (por exemplo, / vira %2F e % vira %25)';
  return {
    endpoint, bucket, regiao, ...credenciais,
    prefixo: partes.map((p) => `${p}/`).join(''),
    estilo: (q.get('estilo') ?? (amazon ? 'virtual' : 'path')) === 'virtual' ? 'virtual' : 'path',
  };
}

function readEndpoint(texto: string): string | null {
  const url = URL.parse(texto);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function readCredenciais(url: URL): { chave: string | null; segredo: Segredo | null } | null {
  if (url.username === '') return { chave: null, segredo: null };
  try {
    return { chave: decodeURIComponent(url.username), segredo: new Segredo(decodeURIComponent(url.password)) };
  } catch {
    return null;
  }
}
