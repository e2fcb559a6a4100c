// A process of its own that uses the embedded database: `processo.mjs <options as JSON>`. Prints one JSON line when
// it is up; "stop" on stdin stops the database and prints another.
import { createInterface } from 'node:readline';
import { startEmbutido } from '../../../dist/storage/index.js';

const banco = await startEmbutido(JSON.parse(process.argv[2]));
console.log(JSON.stringify({ url: banco.url, pid: banco.pid, anexado: banco.anexado }));
for await (const linha of createInterface({ input: process.stdin })) {
  if (linha !== 'stop') continue;
  await banco.stop();
  console.log(JSON.stringify({ parado: true }));
}
