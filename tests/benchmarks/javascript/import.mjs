// The same job as a JavaScript back end usually does it: fast-csv, libphonenumber-js, better-sqlite3.
// node import.mjs NODE_MODULES FILE DATABASE COUNTRY
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

const [, , modules, file, database, country] = process.argv;
const require = createRequire(modules + '/');
const { parse } = require('fast-csv');
const { parsePhoneNumberFromString } = require('libphonenumber-js/max');
const Database = require('better-sqlite3');

const db = new Database(database);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE contact (id INTEGER PRIMARY KEY, phone TEXT UNIQUE, name TEXT, attributes TEXT)');
db.exec('CREATE TABLE suppression (phone TEXT PRIMARY KEY) WITHOUT ROWID');
const insert = db.prepare('INSERT OR IGNORE INTO contact (phone, name, attributes) VALUES (?, ?, ?)');
const isSuppressed = db.prepare('SELECT 1 FROM suppression WHERE phone = ?');

let waiting = [];
const store = db.transaction((people) => {
    for (const person of people)
        insert.run(person);
});

for await (const row of createReadStream(file).pipe(parse({ headers: true }))) {
    const phone = parsePhoneNumberFromString(row.Phone, country);
    if (!phone || !phone.isValid() || isSuppressed.get(phone.number))
        continue;
    const { Name, Phone, ...attributes } = row;
    waiting.push([phone.number, Name, JSON.stringify(attributes)]);
    if (waiting.length >= 5000) {
        store(waiting);
        waiting = [];
    }
}
store(waiting);
console.log(db.prepare('SELECT count(*) FROM contact').pluck().get());
db.close();
