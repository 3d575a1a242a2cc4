// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright (C) 2026 The Frontdesk authors
//
// node validate.cjs VALIDATOR FILE...: holds the statements of FILEs, lists of JSON, against xAPI 1.0.3 by
// the package installed in the folder VALIDATOR, and then makes sure that it rejects statements that were
// spoilt. The exit status is 1 when a statement was rejected or a spoilt one was not.

const fs = require("fs");
const path = require("path");

const [folder, ...files] = process.argv.slice(2);
const home = path.resolve(folder, "node_modules", "@learninglocker", "xapi-validation");
const factory = require(path.join(home, "dist", "factory.js"));

const spoil = {
  "scaled 1.2": (statement) => { statement.result.score.scaled = 1.2; },
  "raw above max": (statement) => { statement.result.score.raw = 101; },
  "a bad duration": (statement) => { statement.result.duration = "9 minutes"; },
  "a missing actor": (statement) => { delete statement.actor; },
  "an account without a home page": (statement) => { delete statement.actor.account.homePage; },
  "two kinds of account": (statement) => { statement.actor.mbox = "mailto:kim@school.example"; },
  "a missing verb": (statement) => { delete statement.verb; },
  "a missing object": (statement) => { delete statement.object; },
  "an id that is no UUID": (statement) => { statement.id = "1"; },
  "a registration that is no UUID": (statement) => { statement.context.registration = "kim"; },
  "a timestamp without a time": (statement) => { statement.timestamp = "today"; },
  "a name in no language": (statement) => { statement.object.definition.name = { "åäö": "x" }; },
  "success that is no truth value": (statement) => { statement.result.success = "yes"; },
  "an extension without an IRI": (statement) => { statement.result.extensions = { score: 1 }; },
  "a key that xAPI has not": (statement) => { statement.trainee = "Kim"; },
};

function faultsOf(statement) {
  return factory.statement(statement, ["statement"]);
}

let faults = 0;
function complain(text) {
  faults++;
  if (faults <= 20) console.error(text);
}

let count = 0;
let sample = null;
for (const file of files) {
  for (const statement of JSON.parse(fs.readFileSync(file, "utf8"))) {
    count++;
    for (const warning of faultsOf(statement))
      complain(`${file}: ${JSON.stringify(warning)}\n  in ${JSON.stringify(statement)}`);
    if (statement.result && statement.result.score && statement.actor.account) sample = statement;
  }
}
if (sample === null) complain("there was no statement with a score and an account");
else {
  for (const [what, change] of Object.entries(spoil)) {
    const spoilt = structuredClone(sample);
    change(spoilt);
    if (faultsOf(spoilt).length === 0) complain(`a statement with ${what} was not rejected`);
  }
}
console.log(`${count} statements validated, ${Object.keys(spoil).length} spoilt ones tried, ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);
