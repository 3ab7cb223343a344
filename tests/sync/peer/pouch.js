// SPDX-FileCopyrightText: 2026 The Convenant contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// PouchDB as a second client: reads one command a line, {"do":…}, and answers each with one line of JSON. Its documents are
// in memory until it is told to open a folder, where it keeps them as it does by itself, on the disk.
const readline = require('readline');
const PouchDB = require('pouchdb');
PouchDB.plugin(require('pouchdb-adapter-memory'));

let remote = process.argv[2];
let n = 0;
let local = make();

function make(folder) {
  const name = folder || 'local-' + process.pid + '-' + ++n;
  return new PouchDB(name, { adapter: folder ? 'leveldb' : 'memory', revs_limit: 1000 });
}

// The microseconds of processor that @work takes, of all threads and without those of the start.
async function weigh(work) {
  const before = process.cpuUsage();
  await work();
  const spent = process.cpuUsage(before);
  return { processor: spent.user + spent.system };
}

async function leaves() {
  const all = await local.changes({ style: 'all_docs', since: 0 });
  const lines = [];
  for (const row of all.results)
    for (const change of row.changes)
      lines.push(row.id + ' ' + change.rev);
  return lines.sort();
}

const commands = {
  open: async command => {
    await local.destroy();
    remote = command.remote || remote;
    local = make(command.folder);
    return {};
  },
  put: async command => local.put(command.doc),
  bulk: async command => local.bulkDocs(command.docs, { new_edits: command.new_edits !== false }),
  get: async command => local.get(command.id, command.options || {}),
  attach: async command => local.putAttachment(command.id, command.name, (await local.get(command.id))._rev, Buffer.from(command.data, 'base64'), command.type),
  remove: async command => local.remove(await local.get(command.id)),
  edit: async command => local.put(Object.assign(await local.get(command.id), command.set)),
  sync: async () => { await local.sync(remote, { batch_size: 500 }); return {}; },
  push: async () => { await local.replicate.to(remote, { batch_size: 500 }); return {}; },
  pull: async () => weigh(() => local.replicate.from(remote, { batch_size: 500 })),
  leaves: leaves,
  ids: async () => (await local.allDocs()).rows.map(row => row.id),
};

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    let answer;
    try {
      answer = { ok: await commands[command.do](command) };
    } catch (error) {
      answer = { error: String(error.message || error), status: error.status };
    }
    process.stdout.write(JSON.stringify(answer) + '\n');
  }
}
main();
