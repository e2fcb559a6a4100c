// Lets plain Node import the generators that tests share (TypeScript that only needs its types taken away): an import
// of "./x.js" below test/ means "./x.ts".
import { registerHooks } from 'node:module';

registerHooks({
  resolve(nome, contexto, seguinte) {
    const daqui = contexto.parentURL?.includes('/test/') && nome.startsWith('.') && nome.endsWith('.js');
    return seguinte(daqui ? nome.replace(/\.js$/, '.ts') : nome, contexto);
  },
});
