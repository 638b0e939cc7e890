'use strict';

// Picks as CSV. Keepers are a list for people; rejects are a manifest for the same folder.

const KEEPER_COLUMNS = ['task', 'files', 'provider', 'model', 'seed', 'usd', 'prompt'];
const ADDED_COLUMNS = ['job', 'reason_code', 'reason'];

function keepersTable() {
  const rows = picks.all('keep').map((task) => [
    task.name, task.files.map((file) => file.name).join('|'), task.provider, task.model, task.seed, task.usd, task.prompt,
  ]);
  return csv([KEEPER_COLUMNS, ...rows.map((row) => row.map(inert))]);
}

/** A row for every shot with rejects, which asks for as many new takes as were rejected, and for no other. */
function rejectsTable(rejected) {
  const columns = facts.columns.includes('takes') ? facts.columns : [...facts.columns, 'takes'];
  const rows = [...byShot(rejected).values()].map((takes) => rejectRow(takes, columns));
  return csv([[...columns, ...ADDED_COLUMNS], ...rows]);
}

function byShot(some) {
  const shots = new Map();
  for (const task of some) {
    shots.set(task.shot, [...(shots.get(task.shot) ?? []), task]);
  }
  return shots;
}

function rejectRow(takes, columns) {
  const revision = Math.max(...takes.map((task) => task.revision));
  const newest = takes.filter((task) => task.revision === revision);
  const names = newest.map((task) => task.name).join(', ');
  const cells = columns.map((column) => {
    switch (column) {
      case 'seed': return '';
      case 'takes': return takesToAskFor(newest);
      default: return cell(newest[0], column);
    }
  });
  return [...cells, facts.job, 'REJECTED_IN_GALLERY', 'rejected: ' + names];
}

/**
 * A row that loses its seed is another row, and all its takes are new. A row that never had one is the same
 * row: new are the takes beyond those that it has.
 */
function takesToAskFor(rejected) {
  if (cell(rejected[0], 'seed')) {
    return rejected.length;
  }
  const alike = tasks.filter((task) => task.shot === rejected[0].shot && !cell(task, 'seed'));
  return Math.max(...alike.map((task) => task.take)) + rejected.length;
}

function csv(rows) {
  return rows.map((row) => row.map(quoted).join(',') + '\n').join('');
}

function quoted(value) {
  const text = String(value ?? '');
  return /[",\r\n]|^\s|\s$/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

/** Keeps spreadsheets from taking a text for a formula. */
function inert(value) {
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
}

function download(name, text) {
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function exportKeepers() {
  download('keepers.csv', keepersTable());
  tell('keepers.csv names the files.');
}

/** A row that was not whole would be another row, and cost money for the wrong clip. */
function exportRejects() {
  const rejected = picks.all('reject');
  const whole = rejected.filter((task) => !task.partial);
  const partial = rejected.filter((task) => task.partial);
  const told = [];
  if (whole.length) {
    download('rejects.csv', rejectsTable(whole));
    told.push('Put rejects.csv beside this page. This tells its price, and then sends it:',
      ...facts.rejects.map(command));
  }
  if (partial.length) {
    told.push('Not in rejects.csv, since their rows hold signatures or data that this page does not: '
      + partial.map((task) => task.name).join(', ') + '. Copy these rows from ' + facts.manifest + ', without their seeds.');
  }
  tell(...told);
}

function tell(...lines) {
  const told = document.getElementById('told');
  told.replaceChildren(...lines.map((line) => typeof line === 'string' ? make('p', '', line) : line));
  told.hidden = false;
}

/** A command that can be copied. */
function command(line) {
  const copy = button('Copy', 'Copy the command ' + line, async () => {
    await copyText(line, code);
    copy.textContent = 'Copied';
    setTimeout(() => { copy.textContent = 'Copy'; }, 2_000);
  });
  const code = make('code', '', line);
  return make('div', 'command', code, copy);
}

/** Some browsers give pages from disk no clipboard; then the command is selected for the user to copy. */
async function copyText(text, shown) {
  getSelection().selectAllChildren(shown);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    document.execCommand('copy');
  }
}
