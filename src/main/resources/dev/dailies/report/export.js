'use strict';

// Picks as CSV. Keepers are a list for people; rejects are a manifest for the same folder.

const KEEPER_COLUMNS = ['task', 'files', 'provider', 'model', 'seed', 'usd', 'prompt'];
const EDITABLE = ['prompt', 'model', 'seed'];

/** What people have changed for a new take, by the name of the one that it replaces. */
const edits = new Map();

function keepersTable() {
  const rows = picks.all('keep').map((task) => [
    task.name, task.files.map((file) => file.name).join('|'), task.provider, task.model, task.seed, task.usd, task.prompt,
    ...facts.own.map((column) => cell(task, column)),
  ]);
  return csv([[...KEEPER_COLUMNS, ...facts.own], ...rows].map((row) => row.map(inert)));
}

/** A row for every reject, which asks for one new take in its place. */
function rejectsTable(rejected) {
  const given = facts.columns.filter((column) => !['id', 'takes', 'replaces', ...EDITABLE].includes(column));
  const columns = ['id', ...EDITABLE, ...given];
  const rows = rejected.map((task) => [
    task.shot, ...EDITABLE.map((column) => wanted(task, column)), ...given.map((column) => cell(task, column)), facts.job, task.name,
  ]);
  return csv([[...columns, 'job', 'replaces'], ...rows]);
}

function byShot(some) {
  const shots = new Map();
  for (const task of some) {
    shots.set(task.shot, [...(shots.get(task.shot) ?? []), task]);
  }
  return shots;
}

/** What the new take is asked for with: as before, but with a seed of its own, unless a person has said otherwise. */
function wanted(task, column) {
  return edits.get(task.name)?.[column] ?? (column === 'seed' ? '' : cell(task, column));
}

/** About as much as the takes that are replaced; of another model the page knows no price. */
function priceOf(rejected) {
  const known = rejected.filter((task) => task.usd !== undefined && wanted(task, 'model') === cell(task, 'model'));
  const usd = known.reduce((sum, task) => sum + task.usd, 0);
  const takes = plural(rejected.length, 'new take');
  if (!known.length) {
    return takes + ', price unknown';
  }
  const rest = rejected.length - known.length;
  return takes + ', about $' + money(Math.round(usd * 1e6) / 1e6) + (rest ? ', without ' + rest + ' whose price is unknown' : '');
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

function download(name, text, type = 'text/csv') {
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function exportKeepers() {
  download('keepers.csv', keepersTable());
  tell('keepers.csv lists the files. To copy the clips themselves: Export picks, then type what it shows.');
}

/** Says what new takes for the rejects will cost, before anything is saved. */
function exportRejects() {
  const rejected = picks.rejects();
  const whole = rejected.filter((task) => !task.partial);
  const partial = rejected.filter((task) => task.partial);
  const told = [];
  if (whole.length) {
    const price = make('p', 'price', priceOf(whole));
    const file = dated('rejects', '.csv');
    const save = button('Save ' + file, 'Save ' + file, () => saveRejects(whole, file));
    save.id = 'save-rejects';
    told.push(price, changes(whole, price), save);
  }
  tell(...told, ...unsaved(partial));
}

/** A row that was not whole would be another row, and cost money for the wrong clip. */
function unsaved(partial) {
  const names = partial.map((task) => task.name).join(', ');
  const [links, rows, seeds, they] = partial.length === 1
    ? ['. Its link is signed or holds', 'this row', 'its seed', 'the name ']
    : ['. Their links are signed or hold', 'these rows', 'their seeds', 'the names '];
  return partial.length ? ['Left out: ' + names + links + ' data, which the page does not keep. Copy ' + rows + ' from '
    + facts.manifest + ', without ' + seeds + ', and put ' + they + names + ' into a column “replaces”.'] : [];
}

function saveRejects(whole, file) {
  download(file, rejectsTable(whole));
  rememberFile(file);
  tell(priceOf(whole) + '. Put ' + file + ' beside this page, then type:',
    command(named(facts.rejects, 'rejects.csv', file)),
    ...unsaved(picks.rejects().filter((task) => task.partial)));
}

/** Fields for what a new take may have otherwise. */
function changes(rejected, price) {
  const box = make('details', '', make('summary', '', 'Change prompts, models or seeds'));
  for (const task of rejected) {
    const fields = EDITABLE.map((column) => {
      const field = make(column === 'prompt' ? 'textarea' : 'input');
      field.value = wanted(task, column);
      field.placeholder = { prompt: '', model: task.model || 'model', seed: 'any seed' }[column];
      field.setAttribute('aria-label', 'New ' + column + ' for ' + task.name);
      field.addEventListener('input', () => {
        edits.set(task.name, { ...edits.get(task.name), [column]: field.value });
        price.textContent = priceOf(rejected);
      });
      return auto(field);
    });
    box.append(make('div', 'retake', make('b', '', task.name), ...fields));
  }
  return box;
}

/** All picks, for another browser: the folder hands them on. */
function exportPicks() {
  const file = dated('picks', '.json');
  download(file, JSON.stringify({ job: facts.job, picks: picks.list() }, null, 1), 'application/json');
  rememberFile(file);
  tell('Put ' + file + ' beside the page whose folder is to know these picks, then type:', command(named(facts.takeOver, 'picks.json', file)));
}

/** A command about the file, in place of the one that it was written for. */
function named(line, usual, file) {
  const at = line.lastIndexOf(usual);
  return line.slice(0, at) + file + line.slice(at + usual.length);
}

/** No two files of a day have one name: a browser would rename the second, and the command would run the first. */
function dated(stem, ending) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const saved = savedFiles().filter((name) => name.startsWith(stem + '-' + day)).length;
  return stem + '-' + day + (saved ? '-' + (saved + 1) : '') + ending;
}

function savedFiles() {
  try {
    return JSON.parse(localStorage.getItem(picks.key + ' files')) ?? [];
  } catch {
    return [];
  }
}

function rememberFile(file) {
  try {
    localStorage.setItem(picks.key + ' files', JSON.stringify([...savedFiles(), file]));
  } catch {
    picks.forgetful = true;
  }
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

/** Some browsers give pages from disk no clipboard; then the text is put into a field and copied from there. */
async function copyText(text, near) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make('textarea', 'unseen', text);
    near.after(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}
