'use strict';

// How people move about among the cards, and what keys do.

function cards() {
  return [...grid.querySelectorAll('.card')];
}

/** One card at a time is reached by Tab; the arrows lead to the others. */
function focusCard(card) {
  if (card) {
    grid.querySelector('.card[tabindex="0"]')?.setAttribute('tabindex', '-1');
    card.tabIndex = 0;
    card.focus();
    card.scrollIntoView({ block: 'nearest' });
  }
}

function step(card, by) {
  const all = cards();
  const next = all[all.indexOf(card) + by];
  if (next) {
    focusCard(next);
  } else {
    turn(by, by < 0);
  }
}

/** To the nearest card of the next row. */
function stepRow(card, by) {
  const from = card.getBoundingClientRect();
  const beyond = cards()
    .map((other) => ({ other, box: other.getBoundingClientRect() }))
    .filter(({ box }) => by * (box.top - from.top) > 10);
  const row = by > 0 ? Math.min(...beyond.map(({ box }) => box.top)) : Math.max(...beyond.map(({ box }) => box.top));
  const nearest = beyond.filter(({ box }) => Math.abs(box.top - row) < 10)
    .sort((a, b) => Math.abs(a.box.left - from.left) - Math.abs(b.box.left - from.left))[0];
  if (nearest) {
    focusCard(nearest.other);
  }
}

const CARD_KEYS = {
  ArrowRight: (card) => step(card, 1),
  ArrowLeft: (card) => step(card, -1),
  ArrowDown: (card) => stepRow(card, 1),
  ArrowUp: (card) => stepRow(card, -1),
  ' ': (card) => card.querySelectorAll('.stage video').forEach(togglePlay),
  Enter: (card) => viewer.open(card.parentElement.group),
  k: (card) => card.querySelector('[data-pick=keep]')?.click(),
  x: (card) => card.querySelector('[data-pick=reject]')?.click(),
};

const VIEWER_KEYS = {
  ArrowRight: () => leaf(1),
  ArrowLeft: () => leaf(-1),
  ' ': () => playback.toggle(),
  k: () => viewer.pick('keep'),
  x: () => viewer.pick('reject'),
  K: () => viewer.keepOnly(),
  ',': () => playback.step(-1),
  '.': () => playback.step(1),
  a: () => playback.split(!playback.isSplit),
  f: () => viewer.toggleFullScreen(),
  l: () => playback.toggleLoop(),
  m: () => playback.toggleSound(),
  s: () => playback.changeSpeed(),
};

/** What a key does in the closer look: a digit chooses the take of that number. */
function viewerKey(event, control) {
  if (control && [' ', 'ArrowLeft', 'ArrowRight'].includes(event.key) && !(control.tagName === 'BUTTON' && event.key !== ' ')) {
    return undefined;
  }
  return /^[1-9]$/.test(event.key)
    ? () => viewer.choose(viewer.group.tasks.findIndex((task) => keyOf(task) === event.key))
    : VIEWER_KEYS[event.key];
}

function leaf(by) {
  const group = groups[groups.indexOf(viewer.group) + by];
  if (group) {
    viewer.open(group);
  }
}

/** A control that has the focus keeps its own keys. */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const control = event.target.closest('input, select, button, video, audio, a, summary, pre');
  if (document.getElementById('keys').open) {
    return;
  }
  if (event.key === '?' && event.target.tagName !== 'INPUT' && event.target.tagName !== 'TEXTAREA') {
    act(() => document.getElementById('keys').showModal(), null, event);
  } else if (viewer.dialog.open) {
    act(viewerKey(event, control), null, event);
  } else if (event.key === '/' && event.target.tagName !== 'INPUT') {
    act(() => find('text').focus(), null, event);
  } else if (event.key === 'Escape' && event.target.id === 'text') {
    act(focusCard, cards()[0], event);
  } else if (event.target.classList.contains('card')) {
    act(CARD_KEYS[event.key], event.target, event);
  } else if (!control && event.key.startsWith('Arrow') && event.target === document.body) {
    act(focusCard, grid.querySelector('.card[tabindex="0"]'), event);
  }
}

function act(action, on, event) {
  if (action) {
    event.preventDefault();
    action(on);
  }
}
