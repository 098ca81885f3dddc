// Runs ten_checks.duckdb.sql with DuckDB's package for Node.js (@duckdb/node-api), for machines without its Python
// module: `node ten_checks_duckdb.js FILE.json...`; prints CHECK<TAB>key.
const fs = require('fs');
const path = require('path');
const { DuckDBInstance } = require('@duckdb/node-api');

async function main() {
  const files = process.argv.slice(2);
  const largest = Math.max(...files.map((file) => fs.statSync(file).size));
  const quoted = files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ');
  const sql = fs
    .readFileSync(path.join(__dirname, 'ten_checks.duckdb.sql'), 'utf8')
    .replace('{files}', () => `[${quoted}]`)
    .replace('{object_bytes}', String(Math.max(2 ** 24, largest + 16)));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const extracted = await connection.extractStatements(sql);
  for (let index = 0; index < extracted.count - 1; ++index) await (await extracted.prepare(index)).run();
  const rows = await (await (await extracted.prepare(extracted.count - 1)).runAndReadAll()).getRows();
  process.stdout.write(rows.map(([check, key]) => `${check}\t${key}\n`).join(''));
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 2;
});
