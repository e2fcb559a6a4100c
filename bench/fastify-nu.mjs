// A bare Fastify route that serves the bytes given on stdin, as JSON: what the framework alone can do. Prints its port.
import Fastify from 'fastify';

const partes = [];
for await (const parte of process.stdin) partes.push(parte);
const corpo = Buffer.concat(partes);
const app = Fastify();
app.get('/', (_, resposta) => resposta.type('application/json; charset=utf-8').send(corpo));
await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(String(app.server.address().port));
