'use strict';

// What the page was given: facts about the night, and a row for every task.
// Texts of a task come from anywhere, so they only ever become text nodes and attributes.

const facts = island('facts');
const tasks = island('tasks');
const samples = new Set(facts.samples);
tasks.forEach(complete);
joinRetakes();
joinRevisions();

function island(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

function complete(task) {
  task.kind = task.earlier ? 'earlier' : facts.kinds[task.state];
  task.prompt = cell(task, 'prompt');
  task.replaces = cell(task, 'replaces');
  task.files ??= [];
  task.sample = samples.has(task.name) ? 'sample' : '';
}

/** A take that was asked for in place of another stands with its shot, and the other is done with. */
function joinRetakes() {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const lines = new Map(tasks.filter((task) => !task.replaces).map((task) => [task.shot, task.line]));
  for (const task of tasks.filter((some) => some.replaces)) {
    task.line = lines.get(task.shot) ?? task.line;
    const replaced = byName.get(task.replaces);
    if (replaced) {
      replaced.replacedBy = task;
    }
  }
}

/** Where a newer revision of a take is here, or on its way, the older one is done with. */
function joinRevisions() {
  const newest = new Map();
  const key = (task) => task.shot + ' ' + task.take;
  for (const task of tasks.filter((some) => some.kind !== 'failed')) {
    newest.set(key(task), Math.max(task.revision, newest.get(key(task)) ?? 0));
  }
  for (const task of tasks) {
    task.madeAgain = (newest.get(key(task)) ?? 0) > task.revision;
  }
}

/** Of one shot: retakes first, the newest on top; then the takes as they were asked for; last those that were replaced. */
function byTake(a, b) {
  const place = (task) => (task.replacedBy ? 1000 + task.take : task.replaces ? -task.take : task.take);
  return place(a) - place(b);
}

/** A cell of the task's row; empty if the row has no such column. */
function cell(task, column) {
  return task.cells?.[facts.columns.indexOf(column)] ?? '';
}

/** What the row has in the list's own columns. The scene has a place of its own. */
function ownOf(task) {
  return facts.own.map((column) => [column, cell(task, column)]).filter(([, value]) => value && !(hasScenes && value === task.scene));
}

/** True if the task holds all the words, wherever. */
function holds(task, words) {
  task.text ??= [task.name, task.prompt, task.provider, task.model, task.seed, task.state, stateOf(task), task.sample, task.code, task.reason, ...ownOf(task).flat()]
    .join(' ').toLowerCase();
  return words.every((word) => task.text.includes(word));
}

function stateOf(task) {
  return facts.states[task.state];
}

/** How long the provider took, in seconds. */
function took(task) {
  return task.sent && task.generated ? (task.generated - task.sent) / 1000 : 0;
}

/** The facts that a card has room for. */
function factsOf(task) {
  return [
    task.model || task.provider,
    task.ratio,
    task.seconds && task.seconds + ' s',
    task.seed !== undefined && 'seed ' + task.seed,
    dollars(task),
  ].filter(Boolean);
}

/** As charged; as expected where nobody has said; what was never answered may have cost nothing. */
function dollars(task) {
  if (task.usd === undefined) {
    return task.paid?.unknown ? 'price unknown' : '';
  }
  return (task.paid?.perhaps && !task.ticket ? 'perhaps $' : task.expected ? 'about $' : '$') + money(task.usd);
}

/** What all takes of a shot have cost, or may have cost, whatever is shown of them. Empty of a single one that says it itself. */
function totalOf(shot) {
  const takes = tasks.filter((task) => task.shot === shot && task.paid);
  const cost = costOf(takes);
  if (takes.length === 1) {
    const [only] = takes;
    return cost === dollars(only) || cost === unpriced(1) ? '' : 'all attempts: ' + cost;
  }
  return cost && takes.length + ' takes: ' + cost;
}

/** Of all attempts: what is sure, what is in doubt, and how many have no price. Empty if they were free. */
function costOf(some) {
  const sum = (part) => rounded(some.reduce((before, task) => before + (task.paid?.[part] ?? 0), 0));
  const [usd, perhaps, unknown] = ['usd', 'perhaps', 'unknown'].map(sum);
  if (unknown && !usd && !perhaps) {
    return unpriced(unknown);
  }
  return [
    usd && (some.some((task) => task.paid?.usd && task.expected) ? 'about $' : '$') + money(usd),
    perhaps && 'perhaps $' + money(perhaps),
    unknown && unknown + ' unknown',
  ].filter(Boolean).join(' + ');
}

function unpriced(count) {
  return count + ' of unknown price';
}

/** A sum without what a script's fractions add to it. */
function rounded(usd) {
  return Math.round(usd * 1e6) / 1e6;
}

function money(usd) {
  return usd.toFixed(Math.max(2, (String(usd).split('.')[1] ?? '').length));
}

function plural(count, what) {
  return count + ' ' + what + (count === 1 ? '' : 's');
}

/** What can be done about the task: a text, and commands to type. */
function adviceOn(task) {
  const advice = facts.advice[task.advice];
  return advice && { text: advice.text.replace('\0', () => madeAgain(task)).replace('\x01', () => tellTime(new Date(task.sent), 'exact')), commands: advice.commands.map((line) => line.split('\0').join(task.name)) };
}

/** What a run does once the task's row is edited: every take that was sent of it is made again. */
function madeAgain(task) {
  const price = (some) => some.asked ?? some.usd;
  const takes = tasks.filter((some) => some.shot === task.shot && !some.earlier && some.sent);
  const known = takes.filter((some) => price(some) !== undefined);
  const usd = known.reduce((sum, some) => sum + price(some), 0);
  if (takes.length < 2) {
    return price(task) === 0 ? 'it is sent once more' : 'it is sent, and paid, once more';
  }
  return 'its ' + takes.length + ' takes are made again' + (usd ? ', about $' + money(Math.round(usd * 1e6) / 1e6) : '')
    + (takes.length > known.length ? ', ' + (usd ? 'plus ' : '') + plural(takes.length - known.length, 'take') + ' of unknown price' : '');
}

/** The way from the page to a file. */
function href(path) {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** An element with a class and children; a string becomes a text node. */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...children);
  return element;
}

function button(label, title, action) {
  const element = make('button', '', label);
  element.type = 'button';
  element.setAttribute('aria-label', title);
  element.title = title;
  element.addEventListener('click', action);
  return element;
}
