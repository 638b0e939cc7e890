'use strict';

// A card for each task: its clip, or why there is none.

const stillOnly = matchMedia('(prefers-reduced-motion: reduce)');

/** Clips far away are not even opened: a page of many would be slow. */
const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) {
      target.src ||= target.dataset.src;
      near.unobserve(target);
    }
  }
}, { rootMargin: '300px' });

function cardOf(task, ofTakes, total) {
  const card = make('article', 'card ' + task.kind);
  card.task = task;
  card.classList.toggle('replaced', Boolean(task.replacedBy));
  card.tabIndex = -1;
  card.setAttribute('aria-label', [task.name, stateOf(task), task.sample, standing(task), ...factsOf(task)].filter(Boolean).join(', '));
  card.append(stage(task), heading(task, ofTakes), story(task), ...ownLines(task), factList([...factsOf(task), total].filter(Boolean)), ...fileLines(task));
  if (task.state === 'DELIVERED') {
    card.append(pickButtons(task, card, button(ofTakes > 1 ? 'Compare' : 'Closer', closerLook(task, ofTakes), () => viewer.open(card.parentElement.group))));
    showPick(card);
  }
  return card;
}

/** What a retake has changed: a take is new, or was replaced. */
function standing(task) {
  return task.replacedBy ? 'replaced by take ' + task.replacedBy.take : picks.isNew(task) ? 'new' : '';
}

function closerLook(task, ofTakes) {
  return ofTakes > 1 ? 'Compare the takes of ' + task.shot : 'Look closer at ' + task.name;
}

function stage(task) {
  const box = make('div', 'stage');
  if (task.files.length) {
    box.style.aspectRatio = shapeOf(task);
    box.append(...task.files.map((file) => media(task, file)));
  } else {
    box.classList.add('empty');
    box.append(make('p', 'state', stateOf(task)));
  }
  return box;
}

/** Width to height as it was asked for, so that a tile has its height before its clip is loaded. */
function shapeOf(task) {
  const [width, height] = (task.ratio ?? '').split(':').map(Number);
  return width > 0 && height > 0 ? Math.min(Math.max(width / height, 0.5), 2.4) : 16 / 9;
}

/** The file as the page can show it. */
function media(task, file) {
  const type = file.type.split('/')[0];
  if (type === 'video') {
    return clip(task, file);
  }
  if (type === 'image') {
    const image = make('img');
    image.alt = 'Picture ' + task.name;
    return later(orLink(image, file), href(file.name));
  }
  if (type === 'audio') {
    const sound = make('audio');
    sound.controls = true;
    sound.preload = 'none';
    sound.src = href(file.name);
    sound.setAttribute('aria-label', 'Sound ' + task.name);
    return sound;
  }
  const link = make('a', 'file', file.name);
  link.href = href(file.name);
  return link;
}

function clip(task, file) {
  const video = make('video');
  Object.assign(video, { muted: true, loop: true, playsInline: true, preload: 'metadata' });
  video.setAttribute('aria-label', 'Clip ' + task.name);
  video.addEventListener('mouseenter', () => stillOnly.matches || play(video));
  video.addEventListener('mouseleave', () => video.pinned || video.pause());
  video.addEventListener('click', () => togglePlay(video));
  return later(orLink(video, file), href(file.name) + '#t=0.001');
}

/** What this browser cannot show, as HEVC, ProRes or EXR, is named and linked: no black box. */
function orLink(element, file) {
  const instead = () => {
    const note = make('p', 'unseeable', 'This browser cannot show this ' + file.type + ' file: ');
    const link = make('a', 'file', file.name);
    link.href = href(file.name);
    note.append(link);
    element.replaceWith(note);
  };
  element.addEventListener('error', instead);
  element.addEventListener('loadedmetadata', () => element.videoWidth || instead());
  return element;
}

function later(element, source) {
  element.dataset.src = source;
  near.observe(element);
  return element;
}

/** The promise fails when the clip is paused before it has begun, which is no error. */
function play(video) {
  video.src ||= video.dataset.src;
  video.play().catch(() => {});
}

/** A clip that was started on purpose goes on when the pointer leaves. */
function togglePlay(video) {
  video.pinned = !video.pinned;
  if (video.pinned) {
    play(video);
  } else {
    video.pause();
  }
}

/** Paper shows no video: a still of what is to be seen now lies over it until the paper is out. */
function showStills() {
  for (const video of document.querySelectorAll('.card .stage video')) {
    const still = make('canvas', 'still');
    Object.assign(still, { width: video.videoWidth, height: video.videoHeight });
    still.getContext('2d').drawImage(video, 0, 0);
    video.after(still);
  }
}

function hideStills() {
  document.querySelectorAll('.still').forEach((still) => still.remove());
}

function heading(task, ofTakes) {
  const title = make('h3', '', make('span', 'name', task.shot));
  if (ofTakes > 1 || task.take > 1) {
    title.append(' ', make('span', 'take', 'take ' + task.take));
  }
  if (task.revision > 1) {
    title.append(' ', make('span', 'take', 'revision ' + task.revision));
  }
  if (task.sample) {
    title.append(' ', make('span', 'take', task.sample));
  }
  if (standing(task)) {
    title.append(' ', make('span', task.replacedBy ? 'take' : 'take new', standing(task)));
  }
  return title;
}

/** The prompt beside what the clip was made from; for a final failure, why, and what to do. */
function story(task) {
  const text = make('div', 'text');
  if (task.reason) {
    text.append(auto(make('p', 'reason', task.reason)));
  }
  const advice = adviceOn(task);
  if (advice) {
    text.append(make('details', 'how', make('summary', '', 'How to fix'),
      make('p', 'advice', advice.text), ...advice.commands.map(command)));
  }
  if (task.prompt) {
    text.append(auto(make('p', 'prompt', task.prompt)));
  }
  const box = make('div', 'story', text);
  if (task.source) {
    box.prepend(sourceOf(task));
  }
  return box;
}

function auto(element) {
  element.dir = 'auto';
  return element;
}

/** What the clip was made from. The folder may have been moved away from it. */
function sourceOf(task) {
  const image = task.source.kind === 'image';
  const element = make(image ? 'img' : 'video', 'source');
  Object.assign(element, image ? { alt: 'Source of ' + task.name } : { muted: true, preload: 'metadata' });
  element.setAttribute('aria-label', 'Source of ' + task.name);
  element.title = 'made from ' + task.source.path.split('/').pop();
  element.addEventListener('error', () => element.remove());
  return later(element, href(task.source.path));
}

/** The list's own columns, but for the scene that stands above. */
function ownLines(task) {
  return ownOf(task).map(([column, value]) => auto(make('p', 'own', column + ': ' + value)));
}

function factList(some) {
  return make('ul', 'facts', ...some.map((fact) => make('li', '', fact)));
}

/** Where the files of the task are: to open, and to find on disk. */
function fileLines(task) {
  return task.files.map((file) => {
    const link = make('a', '', file.name);
    link.href = href(file.name);
    link.target = '_blank';
    const copy = button('Copy path', 'Copy the path of ' + file.name, async () => {
      await copyText(pathOf(file), link);
      copy.textContent = 'Copied';
      setTimeout(() => { copy.textContent = 'Copy path'; }, 2_000);
    });
    return make('p', 'file-line', link, copy);
  });
}

/** As the system writes it, if the page was opened from disk. */
function pathOf(file) {
  const { pathname } = new URL(href(file.name), location.href);
  return decodeURIComponent(pathname).replace(/^\/([A-Za-z]:)/, '$1');
}

function pickButtons(task, holder, ...more) {
  const mark = (pick) => () => {
    picks.toggle(task, pick);
    showPick(holder);
    document.dispatchEvent(new Event('picked'));
  };
  const keep = button('Keep', 'Keep ' + task.name, mark('keep'));
  const reject = button('Reject', 'Reject ' + task.name, mark('reject'));
  keep.dataset.pick = 'keep';
  reject.dataset.pick = 'reject';
  return make('div', 'pick', keep, reject, ...more);
}

function showPick(holder) {
  const pick = picks.of(holder.task);
  holder.dataset.picked = pick;
  for (const choice of holder.querySelectorAll('[data-pick]')) {
    choice.setAttribute('aria-pressed', choice.dataset.pick === pick);
  }
}
