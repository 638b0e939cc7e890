'use strict';

// What is shown, and in which order.

const CARDS_ON_A_PAGE = 48;
const KINDS = { all: 'All', delivered: 'Delivered', failed: 'No clip', doubt: 'In doubt', waiting: 'Waiting', earlier: 'Earlier' };
const PICKS = { all: 'All', keep: 'Keepers', reject: 'Rejects', none: 'Undecided shots' };
const SIZES = { small: 'Small', medium: 'Medium', large: 'Large' };
const SORTS = {
  manifest: { label: 'Manifest', scenes: true, by: (a, b) => a.line - b.line || byTake(a, b) },
  newest: { label: 'Newest first', by: (a, b) => (b.delivered ?? b.sent ?? 0) - (a.delivered ?? a.sent ?? 0) },
  name: { label: 'Name', scenes: true, by: (a, b) => a.shot.localeCompare(b.shot, 'en', { numeric: true }) || byTake(a, b) },
  model: { label: 'Model', by: (a, b) => (a.model ?? '').localeCompare(b.model ?? '') || a.line - b.line },
  cost: { label: 'Cost', by: (a, b) => (b.usd ?? 0) - (a.usd ?? 0) },
  slowest: { label: 'Slowest', by: (a, b) => took(b) - took(a) },
};

const find = (id) => document.getElementById(id);
const grid = find('grid');
const chosen = { kind: tasks.some((task) => task.kind === 'delivered') ? 'delivered' : 'all', page: 0 };
let groups = [];
let pages = [];
let sceneCounts = null;

/** Takes of one shot stay together, where the first of them belongs. */
function choose() {
  const words = find('text').value.toLowerCase().split(/\s+/).filter(Boolean);
  const [scene, provider, model, pick] = ['scene', 'provider', 'model', 'pick'].map((id) => find(id).value);
  const fits = (task) => (chosen.kind === 'all' || task.kind === chosen.kind)
    && (!scene || task.scene === scene)
    && (!provider || task.provider === provider)
    && (!model || task.model === model)
    && (pick === 'all' || (task.state === 'DELIVERED' && isPicked(task, pick)))
    && holds(task, words);
  const fitting = tasks.filter(fits).sort(SORTS[find('sort').value].by);
  groups = [...byShot(fitting).values()].map((some) => ({ tasks: some }));
  sceneCounts = hasScenes && SORTS[find('sort').value].scenes ? countScenes(groups) : null;
  pages = paged(groups);
  chosen.page = 0;
  find('shown').textContent = fitting.length + (fitting.length === tasks.length ? '' : ' of ' + tasks.length);
  show();
}

function isPicked(task, pick) {
  return pick === 'none' ? progress.undecided.has(task.shot) : picks.of(task) === pick;
}

/** Whole shots on every page. */
function paged(some) {
  const result = [[]];
  let cards = 0;
  for (const group of some) {
    if (cards && cards + group.tasks.length > CARDS_ON_A_PAGE) {
      result.push([]);
      cards = 0;
    }
    result.at(-1).push(group);
    cards += group.tasks.length;
  }
  return result;
}

function show() {
  const some = pages[chosen.page];
  grid.replaceChildren(...(sceneCounts && groups.length ? underHeadings(some, sceneCounts) : some.map(groupOf)));
  if (!groups.length) {
    grid.append(make('li', 'nothing', tasks.length ? 'No clip matches.' : 'No clip is here yet. Write rows into ' + facts.manifest + ', then run again.'));
  }
  cards()[0]?.setAttribute('tabindex', '0');
  fit();
  showPager();
}

function groupOf(group) {
  const takes = group.tasks.length;
  const item = make('li', takes > 1 ? 'group several' : 'group', ...group.tasks.map((task, at) => cardOf(task, takes, at === 0 && totalOf(task.shot))));
  item.group = group;
  item.classList.toggle('tall', group.tasks.some((task) => task.files.length && shapeOf(task) < 0.8));
  if (takes > 1) {
    item.setAttribute('aria-label', takes + ' takes of ' + group.tasks[0].shot);
  }
  return item;
}

/** Takes stand side by side as far as there are columns; a wide item would add some of its own. */
function fit() {
  const several = [...grid.querySelectorAll('.several')];
  several.forEach((item) => { item.style.gridColumn = ''; });
  const columns = getComputedStyle(grid).gridTemplateColumns.split(' ').length;
  several.forEach((item) => { item.style.gridColumn = 'span ' + Math.min(columns, item.children.length); });
}

function fill(id, options) {
  find(id).replaceChildren(...options.map(([value, label]) => {
    const option = make('option', '', label);
    option.value = value;
    return option;
  }));
  find(id).addEventListener('change', choose);
}

/** A choice of one is none. */
function fillFrom(id, values = [...new Set(tasks.map((task) => task[id]).filter(Boolean))].sort()) {
  fill(id, [['', 'All'], ...values.map((value) => [value, value])]);
  find(id).closest('label').hidden = values.length < 2;
}

/** How many there are of each, in the order in which they come. */
function countBy(some, of) {
  const counts = {};
  some.forEach((task) => { counts[of(task)] = (counts[of(task)] ?? 0) + 1; });
  return counts;
}

/** What a group of states holds, each state by itself, as in “3 failed, 1 cancelled”. */
function statesOf(kind) {
  return Object.entries(countBy(tasks.filter((task) => task.kind === kind), stateOf)).map(([state, count]) => count + ' ' + state).join(', ');
}

function showKinds() {
  const counts = countBy(tasks, (task) => task.kind);
  counts.all = Object.keys(counts).length > 1 && tasks.length;
  find('kinds').replaceChildren(...Object.keys(KINDS).filter((kind) => counts[kind]).map((kind) => {
    const chip = button('', [KINDS[kind] + ', ' + counts[kind], kind === 'failed' && statesOf(kind)].filter(Boolean).join(': '), () => {
      chosen.kind = kind;
      for (const other of find('kinds').children) {
        other.setAttribute('aria-pressed', other === chip);
      }
      choose();
    });
    chip.className = kind;
    chip.append(KINDS[kind], make('small', '', String(counts[kind])));
    chip.setAttribute('aria-pressed', kind === chosen.kind);
    return chip;
  }));
}

function showProgress() {
  progress.count();
  const chip = find('progress');
  chip.hidden = progress.shots === 0;
  chip.textContent = progress.told();
  chip.title = progress.meant() + '. Show undecided shots only';
  chip.setAttribute('aria-pressed', find('pick').value === 'none');
}

/** The shots that are left to decide, or all again. */
function toggleUndecided() {
  find('pick').value = find('pick').value === 'none' ? 'all' : 'none';
  choose();
  showProgress();
}

function toggleFields() {
  const open = find('fields').hidden;
  find('fields').hidden = !open;
  find('more').setAttribute('aria-expanded', open);
}

/** The size of tiles is a habit of the viewer's, not of the job. */
function chooseSize() {
  document.documentElement.dataset.size = find('size').value;
  try {
    localStorage.setItem('dailies tiles', find('size').value);
  } catch {
    // Then it is medium again next time.
  }
}

function rememberedSize() {
  try {
    return localStorage.getItem('dailies tiles') ?? 'medium';
  } catch {
    return 'medium';
  }
}

function showPicks() {
  showProgress();
  const keepers = picks.all('keep').length;
  const rejects = picks.rejects().length;
  const replaced = picks.all('reject').length - rejects;
  find('picks').hidden = keepers + rejects === 0;
  find('picked').textContent = plural(keepers, 'keeper') + ', ' + plural(rejects, 'reject') + (replaced ? ', ' + replaced + ' replaced' : '')
    + (picks.forgetful ? ', which this browser forgets with the page' : '');
  find('export-keepers').disabled = keepers === 0;
  find('export-rejects').disabled = rejects === 0;
  cards().forEach((card) => card.task.state === 'DELIVERED' && showPick(card));
}

function start() {
  showKinds();
  fillFrom('provider');
  fillFrom('model');
  fill('pick', Object.entries(PICKS));
  fillFrom('scene', hasScenes ? scenes : []);
  fill('size', Object.entries(SIZES));
  find('size').value = rememberedSize();
  find('size').addEventListener('change', chooseSize);
  chooseSize();
  fill('sort', Object.entries(SORTS).map(([value, sort]) => [value, sort.label]));
  find('text').addEventListener('input', choose);
  find('pick').addEventListener('change', showProgress);
  find('progress').addEventListener('click', toggleUndecided);
  find('more').addEventListener('click', toggleFields);
  find('ask-keys').addEventListener('click', () => find('keys').showModal());
  find('keys-close').addEventListener('click', () => find('keys').close());
  find('before').addEventListener('click', () => turn(-1));
  find('after').addEventListener('click', () => turn(1));
  find('export-keepers').addEventListener('click', exportKeepers);
  find('export-rejects').addEventListener('click', exportRejects);
  find('export-picks').addEventListener('click', exportPicks);
  find('viewer-before').addEventListener('click', () => leaf(-1));
  find('viewer-after').addEventListener('click', () => leaf(1));
  find('viewer-close').addEventListener('click', () => viewer.close());
  find('viewer-keys').addEventListener('click', () => find('keys').showModal());
  wirePlayback();
  document.addEventListener('keydown', onKey);
  document.addEventListener('picked', showPicks);
  addEventListener('beforeprint', showStills);
  addEventListener('afterprint', hideStills);
  document.querySelectorAll('pre.command').forEach((pre) => pre.replaceWith(command(pre.textContent)));
  new ResizeObserver(fit).observe(grid);
  find('tools').hidden = tasks.length === 0;
  showPicks();
  choose();
  performance.mark('ready');
}

start();
