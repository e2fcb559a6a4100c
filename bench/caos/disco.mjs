// The folder of files and caches of the service on a small disk of its own (tmpfs), which can be filled. Mounting needs root:
// without it the folder is a common one and is never filled, which the result says.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const BLOCO = Buffer.alloc(1024 * 1024, 0x61);

export class Disco {
  /** @param pasta made here @param mb its size when it can be mounted */
  constructor(pasta, mb) {
    mkdirSync(pasta);
    this.pasta = pasta;
    this.recheio = join(pasta, '.caos-recheio');
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mb}m`, 'tmpfs', pasta], { stdio: 'ignore' });
      this.pequeno = true;
    } catch {
      this.pequeno = false;
    }
  }

  /** Not a byte more fits. */
  fill() {
    const fd = openSync(this.recheio, 'w');
    try {
      for (;;) if (writeSync(fd, BLOCO) < BLOCO.length) break;
    } catch (erro) {
      if (erro.code !== 'ENOSPC') throw erro;
    } finally {
      closeSync(fd);
    }
    const { bavail, bsize } = statfsSync(this.pasta);
    return bavail * bsize;
  }

  empty() {
    rmSync(this.recheio, { force: true });
  }

  close() {
    this.empty();
    // A process that was just killed may hold it for a moment: it goes when the last of them has.
    if (this.pequeno) execFileSync('umount', ['-l', this.pasta]);
  }
}
