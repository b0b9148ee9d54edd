'use strict';
// The peer: what a team would write in an afternoon with Node.js, Express and better-sqlite3. Verifies the signature over the
// raw bytes in constant time, inserts the event once, durably (WAL, synchronous=FULL), and only then answers.
// The secret is read from the environment; prints one JSON line with its port when it listens.
const crypto = require('node:crypto');
const express = require('express');
const Database = require('better-sqlite3');

const secret = process.env.WEBHOOK_SECRET;
if (!secret) throw new Error('WEBHOOK_SECRET is not set');

const db = new Database(process.argv[2]);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`create table if not exists hooks (
  id integer primary key, digest text not null unique, body text not null, received_at integer not null)`);
const insert = db.prepare('insert into hooks (digest, body, received_at) values (?, ?, ?) on conflict (digest) do nothing');

const app = express();
app.disable('x-powered-by');
app.post('/hooks/passid/bench', express.raw({ type: () => true, limit: '1mb' }), (request, response) => {
  const given = Buffer.from(request.get('X-PASSID-Signature') || '');
  const expected = Buffer.from('sha256=' + crypto.createHmac('sha256', secret).update(request.body).digest('hex'));
  if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) {
    response.status(401).json({ code: 'signature-invalid' });
    return;
  }
  const event = JSON.parse(request.body.toString('utf8'));
  insert.run('passid:' + event.event_id, request.body.toString('utf8'), Date.now());
  response.status(200).json({});
});
const server = app.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ ready: true, port: server.address().port })));
