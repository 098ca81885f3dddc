// Checks SARIF files by the published schema and by what GitHub's code scanning demands beyond it.
//
//     node tests/formats/validate_sarif.mjs FILE...
//
// Prints a line for each error; the exit status is 1 when there are any.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);
// The schema calls itself draft-04.
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
const RESULTS_OF_A_RUN = 25_000;
const RULES_OF_A_RUN = 25_000;
const PLACES_OF_A_RESULT = 1000;
const TAGS_OF_A_RULE = 20;
const DESCRIPTION_CHARACTERS = 1024;
const NAME_CHARACTERS = 255;

// One of the schema's patterns is no regular expression of Unicode mode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const fitsSchema = ajv.compile(schema);

const characters = (text) => [...text].length;
const isText = (text) => typeof text === 'string' && text !== '';

function* schemaErrors(log) {
  if (fitsSchema(log)) return;
  for (const error of fitsSchema.errors) yield `${error.instancePath || '/'} ${error.message}`;
}

function* ruleErrors(rule) {
  for (const [name, text] of [['id', rule.id], ['shortDescription', rule.shortDescription?.text],
                              ['fullDescription', rule.fullDescription?.text], ['help', rule.help?.text]]) {
    if (!isText(text)) yield `${name} is empty`;
  }
  for (const name of ['shortDescription', 'fullDescription']) {
    if (characters(rule[name]?.text ?? '') > DESCRIPTION_CHARACTERS) yield `${name} is too long`;
  }
  if (characters(rule.name ?? '') > NAME_CHARACTERS) yield 'name is too long';
  if ((rule.properties?.tags ?? []).length > TAGS_OF_A_RULE) yield 'has too many tags';
}

function isRelativeOrFile(uri) {
  const hasScheme = /^[^/]*:/.test(uri);
  return isText(uri) && !uri.startsWith('/') && (uri.startsWith('file:///') || !hasScheme);
}

function* placeErrors(location) {
  const { artifactLocation, region } = location.physicalLocation ?? {};
  if (!isRelativeOrFile(artifactLocation?.uri)) yield `uri ${JSON.stringify(artifactLocation?.uri)} is no relative URI`;
  const { startLine, startColumn, endLine, endColumn } = region ?? {};
  if (![startLine, startColumn, endLine, endColumn].every(Number.isInteger)) yield 'region is not complete';
  else if (endLine < startLine || (endLine === startLine && endColumn <= startColumn)) yield 'region is empty';
}

function* resultErrors(result, run) {
  const rules = run.tool.driver.rules;
  if (!isText(result.message?.text)) yield 'message is empty';
  if (rules[result.ruleIndex]?.id !== result.ruleId) yield `ruleIndex does not lead to ${result.ruleId}`;
  if (result.kind !== 'fail' && result.level !== 'none') yield `kind ${result.kind} has level ${result.level}`;
  if (result.kind === 'fail' && result.level === 'none') yield 'a failure has no level';
  if (result.locations?.length !== 1) yield 'has not exactly one location';
  const related = result.relatedLocations ?? [];
  if (related.length > PLACES_OF_A_RESULT) yield 'has too many related locations';
  if (new Set(related.map(({ id }) => id)).size !== related.length) yield 'two related locations have one id';
  for (const location of [...(result.locations ?? []), ...related]) yield* placeErrors(location);
  if ((result.baselineState === undefined) !== (run.results[0].baselineState === undefined)) {
    yield 'baselineState is there for some results only';
  }
  const fingerprints = Object.entries(result.partialFingerprints ?? {});
  if (fingerprints.length === 0 || !fingerprints.every(([, value]) => isText(value))) yield 'has no fingerprint';
  if (result.partialFingerprints?.primaryLocationLineHash) yield 'has a line hash, which the upload makes itself';
}

function* fingerprintErrors(run) {
  const seen = new Set();
  for (const { partialFingerprints } of run.results) {
    const text = JSON.stringify(partialFingerprints);
    if (seen.has(text)) yield `two results have the fingerprint ${text}`;
    seen.add(text);
  }
}

function* runErrors(run) {
  const { rules } = run.tool.driver;
  if (run.results.length > RESULTS_OF_A_RUN) yield `${run.results.length} results`;
  if (rules.length > RULES_OF_A_RUN) yield `${rules.length} rules`;
  for (const rule of rules) for (const error of ruleErrors(rule)) yield `rule ${rule.id}: ${error}`;
  for (const [index, result] of run.results.entries()) {
    for (const error of resultErrors(result, run)) yield `result ${index} (${result.ruleId}): ${error}`;
  }
  yield* fingerprintErrors(run);
}

function errorsOf(file) {
  const log = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file)));
  const errors = [...schemaErrors(log)];
  if (!isText(log.$schema)) errors.push('$schema is missing');
  // The other checks rely on the shape that the schema describes.
  return errors.length > 0 ? errors : log.runs.flatMap((run) => [...runErrors(run)]);
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node validate_sarif.mjs FILE...');
  process.exit(2);
}
let failed = false;
for (const file of files) {
  let errors;
  try {
    errors = errorsOf(file);
  } catch (error) {
    errors = [`cannot be read: ${error.message}`];
  }
  for (const error of errors) console.log(`${file}: ${error}`);
  failed ||= errors.length > 0;
}
process.exitCode = failed ? 1 : 0;
