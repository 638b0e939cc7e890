'use strict';

// A closer look: all takes of a shot side by side on a neutral ground, each with its choice below it.

const viewer = {
  dialog: document.getElementById('viewer'),
  room: document.getElementById('viewer-room'),
  takes: document.getElementById('viewer-takes'),
  group: null,
  chosen: 0,

  open(group) {
    this.group = group;
    const [first] = group.tasks;
    const at = groups.indexOf(group);
    document.getElementById('viewer-name').textContent = first.shot;
    document.getElementById('viewer-place').textContent = [at >= 0 && (at + 1) + ' of ' + groups.length, totalOf(first.shot)].filter(Boolean).join(' · ');
    document.getElementById('viewer-prompt').textContent = first.prompt;
    playback.split(false);
    this.takes.replaceChildren(...group.tasks.map((task, number) => figure(task, number, group.tasks.length)));
    if (first.source) {
      this.takes.append(origin(first));
    }
    const shown = this.takes.children.length;
    this.takes.style.setProperty('--columns', shown > 4 ? Math.ceil(shown / 2) : shown);
    this.choose(Math.max(0, group.tasks.findIndex((task) => task.state === 'DELIVERED' && !picks.of(task))));
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    this.room.focus();
    playback.begin(this.videos());
  },

  views() {
    return [...this.takes.querySelectorAll('.take-view')];
  },

  videos() {
    return [...this.takes.querySelectorAll('.take-view video')];
  },

  /** The take that keys speak of. */
  choose(number) {
    if (this.group.tasks[number]) {
      this.chosen = number;
      this.views().forEach((view, at) => view.classList.toggle('chosen', at === number));
      playback.showSplit();
    }
  },

  /** Marks the chosen take, and goes on to the next that is left to decide. */
  pick(word) {
    this.views()[this.chosen].querySelector('[data-pick=' + word + ']')?.click();
    const open = (task) => task.state === 'DELIVERED' && !picks.of(task);
    const next = this.group.tasks.findIndex((task, number) => number > this.chosen && open(task));
    this.choose(next < 0 ? this.chosen : next);
  },

  /** Keeps the chosen take, rejects the others, and goes on to the next shot. */
  keepOnly() {
    const kept = this.group.tasks[this.chosen];
    for (const task of this.group.tasks.filter((some) => some.state === 'DELIVERED' && !some.replacedBy)) {
      const word = task === kept ? 'keep' : 'reject';
      if (picks.of(task) !== word) {
        picks.toggle(task, word);
      }
    }
    this.views().forEach(showPick);
    document.dispatchEvent(new Event('picked'));
    leaf(1);
  },

  toggleFullScreen() {
    (document.fullscreenElement ? document.exitFullscreen() : this.room.requestFullscreen()).catch(() => {});
  },

  close() {
    this.dialog.close();
  },
};

function figure(task, number, takes) {
  const view = make('figure', 'take-view');
  view.task = task;
  view.style.setProperty('--shape', shapeOf(task));
  const picture = make('div', 'picture', ...(task.files.length ? task.files.map((file) => large(task, file, takes > 1)) : [stage(task)]));
  picture.addEventListener('click', () => viewer.choose(number));
  const line = make('div', 'line', make('b', 'take-name', task.name));
  if (keyOf(task)) {
    line.prepend(make('kbd', '', keyOf(task)));
  }
  if (standing(task)) {
    line.append(make('span', 'take', standing(task)));
  }
  if (task.state === 'DELIVERED') {
    line.append(pickButtons(task, view));
  }
  view.append(picture, make('figcaption', '', line, about(task)));
  showPick(view);
  return view;
}

/** The digit that chooses a take is its number; of several revisions the newest list's has it. Empty if there is none. */
function keyOf(task) {
  const same = viewer.group.tasks.filter((some) => some.take === task.take);
  return task.take < 10 && task === (same.find((some) => !some.earlier) ?? same[0]) ? String(task.take) : '';
}

/** What only some people ask. */
function about(task) {
  const box = make('details', 'about', make('summary', '', 'Facts'), table(task));
  if (task.reason) {
    box.append(auto(make('p', 'reason', task.reason)));
  }
  box.append(...ownLines(task), ...fileLines(task));
  box.addEventListener('toggle', () => box.open && box.scrollIntoView({ block: 'nearest' }));
  return box;
}

function origin(task) {
  const source = sourceOf(task);
  source.controls = task.source.kind === 'video';
  const name = task.source.path.split('/').pop();
  const view = make('figure', 'origin', make('div', 'picture', source), make('figcaption', '', 'made from ' + name));
  view.style.setProperty('--shape', shapeOf(task));
  return view;
}

/** Several clips at once would only be noise. */
function large(task, file, several) {
  const element = media(task, file);
  if (element instanceof HTMLVideoElement) {
    const video = make('video');
    Object.assign(video, { loop: playback.looping, playsInline: true, muted: several, src: href(file.name) });
    video.setAttribute('aria-label', 'Clip ' + task.name);
    return orLink(video, file);
  }
  return element;
}

function table(task) {
  const rows = {
    provider: task.provider,
    model: task.model,
    ratio: task.ratio,
    duration: task.seconds && task.seconds + ' s',
    seed: task.seed,
    cost: dollars(task),
    'generated in': took(task) && took(task).toFixed(1) + ' s',
    size: task.files.length && (task.files.reduce((sum, file) => sum + file.bytes, 0) / 1e6).toFixed(1) + ' MB',
    ticket: task.ticket,
    line: task.line,
  };
  return make('dl', 'details', ...Object.entries(rows)
    .filter(([, value]) => value || value === 0)
    .map(([name, value]) => make('div', '', make('dt', '', name), make('dd', '', String(value)))));
}
