// A stage of the image without an image: a folder that is the root of a process, with this system's programs below it and
// the project's Node. Needs root and unshare (util-linux).
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs, parseEnv } from './dockerfile.mjs';

/** What a process inside sees of this system. */
const DO_SISTEMA = ['usr', 'bin', 'sbin', 'lib', 'lib64', 'etc', 'proc', 'dev'];
/** Mounts, in a namespace of its own, then the command in the new root. $1 root, $2 ro|rw, $3 user:group, $4 folder, $5 Node's folder; the rest: env and command. */
const ENTRAR = `set -e
R=$1 MODO=$2 QUEM=$3 PASTA=$4 NO=$5; shift 5
for d in ${DO_SISTEMA.join(' ')}; do if [ -e /$d ]; then mkdir -p $R/$d; mount --rbind /$d $R/$d; fi; done
mkdir -p $R/tmp $R/no; mount --bind $NO $R/no
if [ $MODO = ro ]; then mount --bind $R $R.ro; for d in ${DO_SISTEMA.join(' ')}; do if [ -e /$d ]; then mount --rbind /$d $R.ro/$d; fi; done; mount --bind $NO $R.ro/no; mount --bind $R/dados $R.ro/dados; mount -o remount,bind,ro $R.ro; R=$R.ro; fi
mount -t tmpfs -o mode=1777 tmpfs $R/tmp
exec chroot --userspec=$QUEM $R env -i "$@"`;

export const semRaiz = () => (process.getuid?.() !== 0 ? 'precisa de root' : spawnSync('unshare', ['--mount', 'true']).status === 0 ? null : 'precisa de unshare');

export class Estagio {
  env = {};
  pasta = '/';
  quem = '0:0';
  comando = [];
  verificacao = [];

  constructor(raiz) {
    this.raiz = raiz;
    mkdirSync(raiz, { recursive: true });
    mkdirSync(`${raiz}.ro`, { recursive: true });
  }

  /** One instruction. `deContexto`: the folder of the build's context, already without what .dockerignore shuts out. */
  run({ o, resto }, deContexto, outros, extra) {
    if (o === 'WORKDIR') mkdirSync(join(this.raiz, (this.pasta = resto)), { recursive: true });
    else if (o === 'ENV') Object.assign(this.env, parseEnv(resto));
    else if (o === 'USER') this.quem = /^\d+:\d+$/.test(resto) ? resto : (() => { throw new Error(`USER ${resto}: esperados números, ou o Kubernetes não sabe que não é root`); })();
    else if (o === 'CMD') this.comando = parseArgs(resto);
    else if (o === 'HEALTHCHECK') this.verificacao = parseArgs(/CMD (.*)$/.exec(resto)[1]);
    else if (o === 'COPY') this.copy(resto, deContexto, outros);
    else if (o === 'RUN') this.sh(resto, extra);
    else if (!['VOLUME', 'EXPOSE', 'STOPSIGNAL'].includes(o)) throw new Error(`instrução desconhecida: ${o}`);
  }

  copy(resto, deContexto, outros) {
    const partes = resto.split(/\s+/);
    const de = /^--from=(.+)$/.exec(partes[0])?.[1];
    const origem = de ? outros.get(de).raiz : deContexto;
    const [destino, ...nomes] = (de ? partes.slice(1) : partes).toReversed();
    const para = join(this.raiz, destino.startsWith('/') ? '' : this.pasta, destino);
    for (const padrao of nomes) {
      const achados = globSync(padrao.replace(/^\//, ''), { cwd: origem });
      if (!achados.length && !padrao.includes('*')) throw new Error(`COPY ${padrao}: não existe no contexto`);
      for (const nome of achados) {
        const ehPasta = statSync(join(origem, nome)).isDirectory();
        cpSync(join(origem, nome), ehPasta || (nomes.length === 1 && !destino.endsWith('/')) && !existsSync(para) ? para : join(para, basename(nome)), { recursive: true, verbatimSymlinks: true });
      }
    }
  }

  sh(comando, extra) {
    const r = spawnSync('unshare', this.args(['sh', '-c', comando], { modo: 'rw', env: extra }), { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (r.status !== 0) throw new Error(`RUN ${comando}: ${r.stdout}${r.stderr}`.slice(-4000));
  }

  /** As the image runs: root read-only, the image's user. */
  exec(comando, env, opcoes = {}) {
    return spawnSync('unshare', this.args(comando, { modo: 'ro', env, quem: this.quem }), { encoding: 'utf8', timeout: 120_000, ...opcoes });
  }

  spawn(comando, env) {
    return spawn('unshare', this.args(comando, { modo: 'ro', env, quem: this.quem }), { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  args(comando, { modo, env = {}, quem = '0:0' }) {
    const todas = { PATH: '/no:/usr/local/bin:/usr/bin:/bin', HOME: '/tmp', ...this.env, ...env };
    const dentro = ['sh', '-c', 'cd "$0" && exec "$@"', this.pasta, ...comando];
    return ['--mount', '--propagation', 'private', 'sh', '-c', ENTRAR, 'entrar', this.raiz, modo, quem, this.pasta, dirname(process.execPath), ...Object.entries(todas).map(([n, v]) => `${n}=${v}`), ...dentro];
  }
}
