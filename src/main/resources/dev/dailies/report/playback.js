'use strict';

// How the takes of a shot play together: at the same moment, at one speed, and two of them through each other.

const FRAME = 1 / 24;
const SPEEDS = [1, 0.5, 0.25, 2];

const playback = {
  videos: [],
  looping: true,
  speed: 1,
  isSplit: false,

  begin(videos) {
    this.videos = videos;
    document.getElementById('viewer-playback').hidden = videos.length === 0;
    document.getElementById('viewer-split').hidden = videos.length < 2;
    document.getElementById('viewer-sound').setAttribute('aria-pressed', videos.some((video) => !video.muted));
    for (const video of videos) {
      video.playbackRate = this.speed;
      for (const event of ['timeupdate', 'play', 'pause', 'durationchange']) {
        video.addEventListener(event, () => this.show());
      }
    }
    if (!stillOnly.matches) {
      videos.forEach(play);
    }
    this.show();
  },

  isPlaying() {
    return this.videos.some((video) => !video.paused);
  },

  /** Takes are compared at the same moment. */
  toggle() {
    const playing = this.isPlaying();
    this.seek(this.videos[0]?.currentTime ?? 0);
    this.videos.forEach((video) => (playing ? video.pause() : play(video)));
  },

  seek(seconds) {
    for (const video of this.videos) {
      video.currentTime = Math.min(Math.max(seconds, 0), video.duration || 0);
    }
    this.show();
  },

  step(frames) {
    this.videos.forEach((video) => video.pause());
    this.seek((this.videos[0]?.currentTime ?? 0) + frames * FRAME);
  },

  changeSpeed() {
    this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length];
    this.videos.forEach((video) => { video.playbackRate = this.speed; });
    document.getElementById('viewer-speed').textContent = this.speed + '×';
  },

  toggleLoop() {
    this.looping = !this.looping;
    this.videos.forEach((video) => { video.loop = this.looping; });
    document.getElementById('viewer-loop').setAttribute('aria-pressed', this.looping);
  },

  /** The chosen take is heard, or none. */
  toggleSound() {
    const heard = viewer.views()[viewer.chosen]?.querySelector('video');
    const loud = !this.videos.some((video) => !video.muted);
    this.videos.forEach((video) => { video.muted = !(loud && video === heard); });
    document.getElementById('viewer-sound').setAttribute('aria-pressed', loud);
  },

  /** One take left of the line, the next one right of it. */
  split(on) {
    this.isSplit = on && this.videos.length > 1;
    document.getElementById('viewer-split').setAttribute('aria-pressed', this.isSplit);
    this.wipe(50);
    this.showSplit();
  },

  showSplit() {
    const views = viewer.views();
    viewer.takes.classList.toggle('split', this.isSplit);
    views.forEach((view, at) => {
      view.classList.toggle('left', this.isSplit && at === viewer.chosen);
      view.classList.toggle('right', this.isSplit && at === (viewer.chosen + 1) % views.length);
    });
  },

  wipe(percent) {
    viewer.takes.style.setProperty('--wipe', percent + '%');
  },

  show() {
    const [first] = this.videos;
    const time = document.getElementById('viewer-time');
    time.max = first?.duration || 0;
    time.value = first?.currentTime ?? 0;
    document.getElementById('viewer-clock').textContent =
      (first?.currentTime ?? 0).toFixed(2) + ' / ' + (first?.duration || 0).toFixed(2) + ' s';
    document.getElementById('viewer-play').textContent = this.isPlaying() ? 'Pause' : 'Play';
  },
};

viewer.takes.addEventListener('pointermove', (event) => {
  const box = viewer.takes.querySelector('.left .picture')?.getBoundingClientRect();
  if (box) {
    playback.wipe(Math.min(Math.max(100 * (event.clientX - box.left) / box.width, 0), 100));
  }
});

function wirePlayback() {
  const on = (id, action) => document.getElementById(id).addEventListener('click', action);
  on('viewer-play', () => playback.toggle());
  on('viewer-speed', () => playback.changeSpeed());
  on('viewer-loop', () => playback.toggleLoop());
  on('viewer-sound', () => playback.toggleSound());
  on('viewer-split', () => playback.split(!playback.isSplit));
  on('viewer-full', () => viewer.toggleFullScreen());
  document.getElementById('viewer-time').addEventListener('input', (event) => playback.seek(Number(event.target.value)));
  viewer.dialog.addEventListener('close', () => playback.videos.forEach((video) => video.pause()));
  // A button that was clicked does not keep the space bar to itself.
  viewer.dialog.addEventListener('click', (event) => event.detail && event.target.closest('button') && viewer.room.focus());
}
