'use strict';

// A closer look: all takes of a shot side by side, with what they were made from.

const viewer = {
  dialog: document.getElementById('viewer'),
  group: null,

  open(group) {
    this.group = group;
    const [first] = group.tasks;
    document.getElementById('viewer-name').textContent = first.shot;
    document.getElementById('viewer-prompt').textContent = first.prompt;
    const takes = document.getElementById('viewer-takes');
    takes.replaceChildren(...group.tasks.map((task) => figure(task, group.tasks.length > 1)));
    if (first.source) {
      const source = sourceOf(first);
      source.controls = first.source.kind === 'video';
      takes.prepend(make('figure', 'origin', source, make('figcaption', '', 'made from ' + first.source.path.split('/').pop())));
    }
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    this.playAll();
  },

  videos() {
    return [...this.dialog.querySelectorAll('.take-view video')];
  },

  playAll() {
    if (!stillOnly.matches) {
      this.videos().forEach(play);
    }
  },

  /** Takes are compared at the same moment. */
  togglePlay() {
    const videos = this.videos();
    const playing = videos.some((video) => !video.paused);
    for (const video of videos) {
      video.currentTime = videos[0].currentTime;
      if (playing) {
        video.pause();
      } else {
        play(video);
      }
    }
  },

  close() {
    this.dialog.close();
  },
};

function figure(task, several) {
  const view = make('figure', 'take-view');
  view.task = task;
  view.append(...(task.files.length ? task.files.map((file) => large(task, file, several)) : [stage(task)]));
  view.append(make('figcaption', '', task.name, ...(standing(task) ? [' ', make('span', 'take', standing(task))] : [])), table(task));
  if (task.reason) {
    view.append(auto(make('p', 'reason', task.reason)));
  }
  if (task.state === 'DELIVERED') {
    view.append(pickButtons(task, view));
    showPick(view);
  }
  return view;
}

/** Several clips at once would only be noise. */
function large(task, file, several) {
  const element = media(task, file);
  if (element instanceof HTMLVideoElement) {
    const video = make('video');
    Object.assign(video, { controls: true, loop: true, playsInline: true, muted: several, src: href(file.name) });
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
