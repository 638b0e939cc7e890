'use strict';

// Keepers and rejects. The browser remembers them by the job's id, so that a moved folder keeps them.

const picks = {
  key: 'dailies ' + facts.job,
  marks: {},
  times: {},

  /** What the browser remembers. It may remember nothing, or have been told by another window since. */
  load() {
    try {
      this.marks = JSON.parse(localStorage.getItem(this.key)) ?? {};
      this.times = JSON.parse(localStorage.getItem(this.key + ' times')) ?? {};
    } catch {
      this.forgetful = true;
    }
    this.merge();
  },

  /** What the folder was told is known in every browser; the newest word counts. */
  merge() {
    for (const [name, { pick, at }] of Object.entries(facts.picks)) {
      if (at > (this.times[name] ?? 0)) {
        this.marks[name] = pick;
        this.times[name] = at;
      }
    }
  },

  /** Every pick that was ever made here or told to the folder, also those that were taken back. */
  list() {
    return Object.keys({ ...this.marks, ...this.times }).sort().map((name) => ({
      task: name, pick: this.marks[name] || 'none', at: new Date(this.times[name] ?? 0).toISOString(),
    }));
  },

  of(task) {
    return this.marks[task.name] ?? '';
  },

  /** Marks the task; the same mark again takes it away. */
  toggle(task, pick) {
    if (!this.forgetful) {
      this.load();
    }
    if (this.of(task) === pick) {
      delete this.marks[task.name];
    } else {
      this.marks[task.name] = pick;
    }
    this.times[task.name] = Date.now();
    this.save();
  },

  save() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.marks));
      localStorage.setItem(this.key + ' times', JSON.stringify(this.times));
    } catch {
      this.forgetful = true;
    }
  },

  /** Rejects that nothing was asked for in place of: those that were replaced are done with. */
  rejects() {
    return this.all('reject').filter((task) => !task.replacedBy && !task.madeAgain);
  },

  /** True for a take of the newest run beside older ones, and for a retake that nobody has judged. */
  isNew(task) {
    return task.state === 'DELIVERED'
      && ((task.delivered >= facts.started && hasOlder) || (task.replaces !== '' && !task.replacedBy && !this.of(task)));
  },

  /** The delivered tasks so marked. */
  all(pick) {
    return tasks.filter((task) => task.state === 'DELIVERED' && this.of(task) === pick);
  },
};

const hasOlder = tasks.some((task) => task.delivered < facts.started);

picks.load();
