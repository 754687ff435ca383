// Usage: node validate-manifest.mjs FILE...
// Checks each file against the schema its $schema names, as shipped with @microsoft/app-manifest, never over the network.
// Prints {"newest": "1.30", "errors": ["file: message", …]}.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const entry = createRequire(import.meta.url).resolve("@microsoft/app-manifest");
const peer = createRequire(entry);
const Ajv = peer("ajv-draft-04");

// The package's own AppManifestUtils.validateAgainstSchema cannot compile its localization schema: one of its patterns is not
// a valid expression in Unicode mode. So: its schemas, its validator and its options, without that mode.
const ajv = new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false });
peer("ajv-formats")(ajv, ["uri", "email", "regex"]);

const errors = [];
for (const file of process.argv.slice(2)) {
  const document = JSON.parse(readFileSync(file, "utf8"));
  const schema = JSON.parse(readFileSync(join(dirname(entry), new URL(document.$schema).pathname), "utf8"));
  const isValid = ajv.compile(schema);
  if (!isValid(document)) {
    errors.push(...isValid.errors.map((error) => `${basename(file)}: ${error.instancePath} ${error.message}`));
  }
}

const minors = readdirSync(join(dirname(entry), "json-schemas", "teams"))
  .map((folder) => /^v1\.(\d+)$/.exec(folder))
  .filter((match) => match)
  .map((match) => Number(match[1]));

console.log(JSON.stringify({ newest: `1.${Math.max(...minors)}`, errors }));
